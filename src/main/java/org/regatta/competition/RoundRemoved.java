package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A planned round is taken away; heard before its row goes.
 *
 * @param settings what goes with it
 */
public record RoundRemoved(UUID roundId, UUID competitionId, RoundChange settings, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundRemoved";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
