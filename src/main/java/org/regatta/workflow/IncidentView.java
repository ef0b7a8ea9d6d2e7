package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a process could not do, and where it stopped.
 *
 * @param stepId the element it stopped at
 * @param stepName as drawn
 * @param roundId null where the competition's own process stopped
 * @param projectId null where it is not about a single project
 * @param since when it stopped
 * @param cause what kind of trouble it was
 * @param detail what the system said, as it said it; for the operator
 */
public record IncidentView(
        String id,
        String processKey,
        String stepId,
        String stepName,
        @Nullable UUID roundId,
        @Nullable UUID projectId,
        Instant since,
        Cause cause,
        String detail) {

    /** What kind of trouble stops a process. */
    public enum Cause {
        /** The database did not answer or refused. */
        DATABASE,
        /** Another system did not answer or refused. */
        OUTSIDE,
        /** Something this competition was set up with does not hold. */
        SETTING,
        /** None of these: a fault of ours. */
        UNEXPECTED
    }
}
