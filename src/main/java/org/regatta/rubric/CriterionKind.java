package org.regatta.rubric;

/** What a juror answers to a criterion. */
public enum CriterionKind {
    /** A number between two bounds, in steps. */
    NUMBER,
    /** One of several options, each worth points. */
    CHOICE,
    /** Yes or no, each worth points: 1 and 0 unless the rubric says otherwise. */
    YES_NO,
    /** Words; never counts. */
    TEXT
}
