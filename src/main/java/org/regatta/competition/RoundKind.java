package org.regatta.competition;

/** What a round is for. */
public enum RoundKind {
    /** Teams enter their projects. */
    INTAKE,
    /** Rules and people check who is eligible. */
    FILTERING,
    /** Jurors score projects under a rubric. */
    EVALUATION,
    /** A jury decides who advances or is awarded. */
    DELIBERATION,
    /** Mentors accompany finalists. */
    MENTORING,
    /** Jury and audience vote live. */
    LIVE_FINAL,
    /** Special awards are decided. */
    AWARD
}
