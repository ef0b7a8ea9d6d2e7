package org.regatta.identity.factor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person used one of their recovery codes. */
public record RecoveryCodeUsed(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.recoveryCodeUsed";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public UUID actor() {
        return personId;
    }
}
