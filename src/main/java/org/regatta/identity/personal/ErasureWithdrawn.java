package org.regatta.identity.personal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person no longer wants to be forgotten. */
public record ErasureWithdrawn(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.erasureWithdrawn";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
