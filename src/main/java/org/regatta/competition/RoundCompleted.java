package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** The results of a round stand. */
public record RoundCompleted(UUID roundId, UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundCompleted";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
