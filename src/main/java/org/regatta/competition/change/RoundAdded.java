package org.regatta.competition.change;

import java.time.Instant;
import java.util.UUID;
import org.regatta.competition.RoundChange;
import org.regatta.competition.RoundKind;
import org.regatta.shared.DomainEvent;

/**
 * Somebody added a round, planned.
 *
 * @param position from 1
 */
public record RoundAdded(
        UUID roundId,
        UUID competitionId,
        String key,
        RoundKind kind,
        int position,
        RoundChange settings,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundAdded";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
