package org.regatta.identity.start;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** The first administrator of a new deployment was made. */
public record FirstAdminMade(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.firstAdminMade";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return personId;
    }
}
