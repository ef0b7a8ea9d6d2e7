package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Jurors were taken off projects, one or many at once. */
public record RecusalsRecorded(UUID competitionId, int count, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "jury.recusalsRecorded";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
