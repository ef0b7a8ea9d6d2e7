package org.regatta.identity.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A person got an API token. */
public record ApiTokenIssued(
        UUID tokenId,
        UUID personId,
        String name,
        TokenScope scope,
        @Nullable Instant expiresAt,
        @Nullable UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.apiTokenIssued";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
