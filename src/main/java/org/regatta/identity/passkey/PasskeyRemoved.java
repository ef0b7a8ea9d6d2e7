package org.regatta.identity.passkey;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person removed a passkey. */
public record PasskeyRemoved(UUID personId, UUID passkeyId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.passkeyRemoved";
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
