package org.regatta.identity.invitation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person took over the account they were invited to; {@code user.activated} for webhooks. */
public record PersonActivated(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.personActivated";
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
