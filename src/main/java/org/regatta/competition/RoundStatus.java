package org.regatta.competition;

/** Where a round is in its life; it only moves forward. */
public enum RoundStatus {
    /** Can still be changed. */
    PLANNED,
    /** People work in it. */
    OPEN,
    /** Nothing more can be handed in; results are being made. */
    CLOSED,
    /** Its results stand. */
    COMPLETED
}
