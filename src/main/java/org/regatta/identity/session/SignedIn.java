package org.regatta.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A person signed in: every factor that is asked of them was shown.
 *
 * @param way how the last of them was
 */
public record SignedIn(UUID personId, Way way, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.signedIn";
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
