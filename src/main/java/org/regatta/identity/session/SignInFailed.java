package org.regatta.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A sign-in failed; what was typed is not told, people type passwords into the wrong field. */
public record SignInFailed(@Nullable UUID personId, Way way, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.signInFailed";
    }

    @Override
    public String subject() {
        return personId == null ? "unknown" : personId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return personId;
    }
}
