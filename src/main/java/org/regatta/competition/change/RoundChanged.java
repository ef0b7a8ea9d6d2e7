package org.regatta.competition.change;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody changed the settings of a planned round, or its place in the order.
 *
 * @param changes by field
 */
public record RoundChanged(
        UUID roundId, UUID competitionId, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundChanged";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
