package org.regatta.deliberation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * Somebody wrote decisions; they can still change.
 *
 * @param actor who wrote them
 * @param decisions how many
 */
public record DecisionsPrepared(UUID roundId, UUID competitionId, UUID actor, int decisions, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.decisionsPrepared";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
