package org.regatta.identity.passkey;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person added a passkey. */
public record PasskeyAdded(UUID personId, UUID passkeyId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.passkeyAdded";
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
