package org.regatta.ranking;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person stands for the ranking of a round; it never changes again. */
public record RankingApproved(UUID rankingId, UUID roundId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "ranking.approved";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
