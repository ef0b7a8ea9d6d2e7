package org.regatta.competition;

/** Where a competition is in its life; it only moves forward. */
public enum CompetitionStatus {
    /** Being prepared. */
    DRAFT,
    /** Its rounds run. */
    RUNNING,
    /** All rounds are done. */
    CLOSED
}
