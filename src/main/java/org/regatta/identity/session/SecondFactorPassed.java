package org.regatta.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person who had signed in by link or password showed a code of their app or a recovery code. */
public record SecondFactorPassed(UUID personId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.secondFactorPassed";
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
