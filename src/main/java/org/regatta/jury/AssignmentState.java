package org.regatta.jury;

/** Whether an assignment still stands. */
public enum AssignmentState {
    /** The juror is to evaluate, or has evaluated, the project. */
    ACTIVE,
    /** The juror was taken off the project; nothing of theirs counts. */
    RECUSED,
    /** The juror gave no score; counts as none, never as zero. */
    ABSTAINED,
    /** What the juror had not handed in was given to another one; nothing of it counts. */
    REPLACED
}
