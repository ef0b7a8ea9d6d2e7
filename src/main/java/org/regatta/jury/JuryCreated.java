package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody made a jury, without jurors yet. */
public record JuryCreated(UUID juryId, UUID competitionId, String key, String name, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.created";
    }

    @Override
    public String subject() {
        return juryId.toString();
    }
}
