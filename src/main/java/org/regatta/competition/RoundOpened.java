package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A round opened; people may work in it. */
public record RoundOpened(UUID roundId, UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundOpened";
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
