package org.regatta.identity.password;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A person set a password; all their other sessions ended. */
public record PasswordSet(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.passwordSet";
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
