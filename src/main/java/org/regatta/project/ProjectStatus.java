package org.regatta.project;

import java.util.EnumSet;
import java.util.Set;

/** Where a project is in its life across rounds. */
public enum ProjectStatus {
    /** Its team still writes it. */
    DRAFT,
    /** Handed in. */
    SUBMITTED,
    /** Goes on to the next round. */
    ADVANCED,
    /** Ended by a decision. */
    NOT_SELECTED,
    /** Ended with an award or a place. */
    AWARDED,
    /** Taken back by its team. */
    WITHDRAWN,
    /** Ended by the organiser for breaking the rules. */
    DISQUALIFIED;

    /** Whether a project of this status takes part in the rounds to come. */
    public boolean runs() {
        return this == SUBMITTED || this == ADVANCED;
    }

    /** The states it may have been in before; a project that has ended stays ended. */
    Set<ProjectStatus> before() {
        return switch (this) {
            case DRAFT -> EnumSet.noneOf(ProjectStatus.class);
            case SUBMITTED -> EnumSet.of(DRAFT);
            case ADVANCED, NOT_SELECTED, AWARDED -> EnumSet.of(SUBMITTED, ADVANCED);
            case WITHDRAWN, DISQUALIFIED -> EnumSet.of(DRAFT, SUBMITTED, ADVANCED);
        };
    }
}
