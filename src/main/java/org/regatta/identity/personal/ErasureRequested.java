package org.regatta.identity.personal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person asked to be forgotten. */
public record ErasureRequested(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.erasureRequested";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
