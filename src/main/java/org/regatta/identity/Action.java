package org.regatta.identity;

/**
 * Everything the access policy decides about; the matrix behind {@link Access} says which roles may. Where a right
 * depends on the state of a round, the state is part of the action and the service that knows the state picks it.
 */
public enum Action {
    /** See a program, a competition and its rounds. */
    READ_COMPETITION,
    /** See how it judges: rubrics and scoring policies, which are no part of what the public sees. */
    READ_JUDGING,
    /** Create a competition, change it, its rounds, juries, rubrics and policies; start, open and close. */
    RUN_COMPETITION,
    /** Bring in a bundle: creates programs, competitions and people. */
    IMPORT,
    /** See workflow models. */
    READ_MODEL,
    /** Have a workflow model checked without deploying it. */
    CHECK_MODEL,
    /** Deploy a workflow model, which from then on runs in every program. */
    DEPLOY_MODEL,
    /** See a project (jurors: while assigned; mentors: those they are named for; award masters: shortlisted; teams: own). */
    READ_PROJECT,
    /** Begin a project of one's own; whether the competition takes projects now is the project's to check. */
    ENTER_PROJECT,
    /** Change an own project's content, hand it in, withdraw it; the round's state is the project's to check. */
    WRITE_PROJECT,
    /** Invite people to an own project's team and remove members; who leads it, and until when, is the team's to check. */
    INVITE_TO_TEAM,
    /** Change a project's administrative fields. */
    ADMINISTER_PROJECT,
    /** See and name the mentors of a project. */
    NAME_MENTORS,
    /** See and fetch a project's files (jurors: while assigned; mentors: of those they are named for; teams: their own). */
    READ_PROJECT_FILES,
    /** See and fetch a project's files once a decision about it is released (award masters: of shortlisted projects). */
    READ_PROJECT_FILES_AFTER_RELEASE,
    /** Add and remove files of an own project; the round's state is the project file's to check. */
    WRITE_PROJECT_FILES,
    /** See juries and who evaluates what. */
    READ_ASSIGNMENTS,
    /** Assign, recuse, record conflicts of others. */
    MANAGE_ASSIGNMENTS,
    /** Declare an own conflict of interest. */
    DECLARE_CONFLICT,
    /** Write and hand in an own evaluation (while assigned; the round's state is the evaluation's to check). */
    WRITE_EVALUATION,
    /** See the evaluations of others while the round runs. */
    READ_EVALUATIONS,
    /** See the evaluations of others once the round is closed. */
    READ_EVALUATIONS_AFTER_CLOSE,
    /** See the evaluations of others in deliberation, after handing in the own one. */
    READ_EVALUATIONS_IN_DELIBERATION,
    /** Reopen a submitted evaluation. */
    REOPEN_EVALUATION,
    /** See progress counts of a round. */
    READ_PROGRESS,
    /** See scores and rankings while the round runs. */
    READ_RANKING_BEFORE_CLOSE,
    /** See scores and rankings, after close. */
    READ_RANKING,
    /** See scores and rankings in deliberation. */
    READ_RANKING_IN_DELIBERATION,
    /** See the rank and the result of a project with what was decided about it, once that is released. */
    READ_RESULT_AFTER_RELEASE,
    /** See what the decision on the own team's project rested on, once it is released; the round says how much of it. */
    READ_OWN_RESULT,
    /** Approve a ranking. */
    APPROVE_RANKING,
    /** See decisions before their release. */
    READ_DECISIONS,
    /** See decisions while the deliberation about the own round is open. */
    READ_DECISIONS_IN_DELIBERATION,
    /** Prepare and approve decisions. */
    DECIDE,
    /** See the process history of a project and the audit entries of a competition. */
    READ_HISTORY,
    /** See the audit entries about decisions and awards. */
    READ_DECISION_HISTORY,
    /** Verify the audit log, and take it away as a bundle that anybody can verify. */
    VERIFY_AUDIT,
    /** Create people, grant and withdraw roles. */
    MANAGE_PEOPLE
}
