package org.regatta.identity.factor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person set up an authenticator app. */
public record SecondFactorAdded(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.secondFactorAdded";
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
