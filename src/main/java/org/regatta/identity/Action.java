package org.regatta.identity;

/** Everything the access policy decides about; the matrix in {@link Access} says which roles may. */
public enum Action {
    /** See a program, a competition and its rounds. */
    READ_COMPETITION,
    /** Create a competition, change it, its rounds, juries, rubrics and policies; start, open and close. */
    RUN_COMPETITION,
    /** Bring in a bundle: creates programs, competitions and people. */
    IMPORT,
    /** Deploy a workflow model. */
    DEPLOY_MODEL,
    /** See a project (jurors: while assigned). */
    READ_PROJECT,
    /** Change a project's administrative fields. */
    ADMINISTER_PROJECT,
    /** See who evaluates what. */
    READ_ASSIGNMENTS,
    /** Assign, recuse, record conflicts of others. */
    MANAGE_ASSIGNMENTS,
    /** Declare an own conflict of interest. */
    DECLARE_CONFLICT,
    /** Write and hand in an own evaluation (while assigned, the round open). */
    WRITE_EVALUATION,
    /** See the evaluations of others. */
    READ_EVALUATIONS,
    /** Reopen a submitted evaluation. */
    REOPEN_EVALUATION,
    /** See progress counts of a round. */
    READ_PROGRESS,
    /** See scores and rankings, after close. */
    READ_RANKING,
    /** Approve a ranking. */
    APPROVE_RANKING,
    /** See decisions before their release. */
    READ_DECISIONS,
    /** Prepare and approve decisions. */
    DECIDE,
    /** See the process history of a project. */
    READ_HISTORY
}
