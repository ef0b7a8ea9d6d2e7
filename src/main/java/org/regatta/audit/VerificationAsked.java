package org.regatta.audit;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody had the whole log verified. */
public record VerificationAsked(UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "audit.verificationAsked";
    }

    @Override
    public String subject() {
        return "audit";
    }
}
