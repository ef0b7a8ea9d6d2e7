package org.regatta.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person ended one of their API tokens. */
public record ApiTokenRevoked(UUID tokenId, UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.apiTokenRevoked";
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
