package org.regatta.identity.factor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person removed their authenticator app and its recovery codes. */
public record SecondFactorRemoved(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.secondFactorRemoved";
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
