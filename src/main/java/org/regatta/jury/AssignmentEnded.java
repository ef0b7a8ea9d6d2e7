package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A juror was taken off a project while its round runs; their task is to go. */
public record AssignmentEnded(
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        UUID competitionId,
        UUID actor,
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
