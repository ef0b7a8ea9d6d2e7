package org.regatta.identity.link;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A link to sign in was sent to a person; who asked for it is not known. */
public record SignInLinkSent(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.signInLinkSent";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
