package org.regatta.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person proved who they are by link or password, and is asked for the second factor: they are not in yet. */
public record FirstFactorPassed(UUID personId, Way way, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.firstFactorPassed";
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
