package org.regatta.deliberation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * Approved decisions are not released at their moment; they are prepared again.
 *
 * @param actor who cancelled it
 */
public record ReleaseCancelled(UUID roundId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.releaseCancelled";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
