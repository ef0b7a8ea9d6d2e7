package org.regatta.identity.limit;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An administrator lifted a lockout. */
public record LockoutLifted(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.lockoutLifted";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
