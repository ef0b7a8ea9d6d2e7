package org.regatta.ranking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A ranking of a round was computed and is proposed for approval.
 *
 * @param projectIds at most a hundred, by position: more are told by several events; empty where nobody takes part
 * @param standings of the same projects
 */
public record RankingComputed(
        UUID rankingId,
        UUID roundId,
        List<UUID> projectIds,
        List<Standing> standings,
        UUID competitionId,
        Instant occurredAt)
        implements DomainEvent {

    RankingComputed(UUID rankingId, UUID roundId, List<Standing> standings, UUID competitionId, Instant occurredAt) {
        this(
                rankingId,
                roundId,
                standings.stream().map(Standing::projectId).toList(),
                standings,
                competitionId,
                occurredAt);
    }

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
