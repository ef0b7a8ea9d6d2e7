package org.regatta.identity;

import java.util.Set;
import java.util.UUID;

/** What the modules that know projects and juries tell the access policy about a person and a project. */
public interface Relations {

    /** Whether a conflict of interest or a recusal keeps this person away from this project. Wins over every role. */
    default boolean conflicted(UUID personId, UUID projectId) {
        return false;
    }

    /** Whether this person has an active assignment for this project. */
    default boolean assigned(UUID personId, UUID projectId) {
        return false;
    }

    /** Whether this person is named as mentor of this project. */
    default boolean mentors(UUID personId, UUID projectId) {
        return false;
    }

    /** Whether a released decision let this project go on or awarded it. */
    default boolean shortlisted(UUID projectId) {
        return false;
    }

    /** Whether this person belongs to the team of this project. */
    default boolean ofTeam(UUID personId, UUID projectId) {
        return false;
    }

    /** Whether this person has entered a project in this competition; takes jury rights there away. */
    default boolean competes(UUID personId, UUID competitionId) {
        return false;
    }

    /** The projects of this competition for which {@link #conflicted} holds, all at once. */
    default Set<UUID> conflicts(UUID personId, UUID competitionId) {
        return Set.of();
    }

    /** The projects of all competitions for which {@link #conflicted} holds. */
    default Set<UUID> conflicts(UUID personId) {
        return Set.of();
    }
}
