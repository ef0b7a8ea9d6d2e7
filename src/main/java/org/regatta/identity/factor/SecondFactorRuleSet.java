package org.regatta.identity.factor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A program asks a second factor of its admins, or no longer does. */
public record SecondFactorRuleSet(UUID programId, boolean required, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.secondFactorRuleSet";
    }

    @Override
    public String subject() {
        return programId.toString();
    }
}
