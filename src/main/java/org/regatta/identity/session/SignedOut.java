package org.regatta.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A person signed out, on one device or everywhere. */
public record SignedOut(UUID personId, boolean everywhere, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.signedOut";
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
