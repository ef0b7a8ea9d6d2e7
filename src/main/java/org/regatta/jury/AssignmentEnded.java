package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A juror was taken off a project while its round runs; their task is to go.
 *
 * @param actor null if a process took the project out of the competition
 */
public record AssignmentEnded(
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        UUID competitionId,
        @Nullable UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.assignmentEnded";
    }

    @Override
    public String subject() {
        return assignmentId.toString();
    }
}
