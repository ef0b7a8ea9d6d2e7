package org.regatta.identity;

/** What a person does here; several per person, of the whole site or of a program or competition. */
public enum Role {
    /** Settings, secrets, webhooks, users, everything below. */
    SUPER_ADMIN,
    /** Designs round workflows, runs the competitions of their programs. */
    PROGRAM_ADMIN,
    /** Works an inbox of evaluations, declares conflicts, deliberates. */
    JURY_MEMBER,
    /** Accompanies finalists. */
    MENTOR,
    /** Reads results and replays process history; changes nothing. */
    OBSERVER,
    /** Enters a project with a team and follows its status. */
    APPLICANT,
    /** Decides special awards. */
    AWARD_MASTER,
    /** Votes in a live final. */
    AUDIENCE;

    /** Whether whoever holds this role may do the work of {@code other}: super admins do what program admins do. */
    public boolean standsFor(Role other) {
        return this == other || (this == SUPER_ADMIN && other == PROGRAM_ADMIN);
    }
}
