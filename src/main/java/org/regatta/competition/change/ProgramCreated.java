package org.regatta.competition.change;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody made a program. */
public record ProgramCreated(UUID programId, String key, String name, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.programCreated";
    }

    @Override
    public String subject() {
        return programId.toString();
    }
}
