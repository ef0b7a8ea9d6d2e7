package org.regatta.evaluation;

/** Where an evaluation is in its life. */
public enum EvaluationState {
    /** Being written; nobody but the juror reads it. */
    DRAFT,
    /** Handed in; counts. */
    SUBMITTED,
    /** Given back to the juror; does not count until handed in again. */
    REOPENED
}
