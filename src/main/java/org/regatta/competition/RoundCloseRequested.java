package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody wants a round closed now; its process closes it. */
public record RoundCloseRequested(UUID roundId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundCloseRequested";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
