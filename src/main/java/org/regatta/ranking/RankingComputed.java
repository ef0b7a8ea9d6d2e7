package org.regatta.ranking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A ranking of a round was computed and is proposed for approval. */
public record RankingComputed(UUID rankingId, UUID roundId, UUID competitionId, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "ranking.computed";
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
