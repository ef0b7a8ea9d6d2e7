package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * Somebody gave a project to one more juror while its round runs; a task is to come of it.
 *
 * @param personId whose it is
 * @param actor who wanted it so
 */
public record JurorAssigned(
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
        return "jury.jurorAssigned";
    }

    @Override
    public String subject() {
        return assignmentId.toString();
    }
}
