package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A round closed; nothing more can be handed in. */
public record RoundClosed(UUID roundId, UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundClosed";
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
