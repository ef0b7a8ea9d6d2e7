package org.regatta.ranking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A person stands for the ranking of a round; it never changes again.
 *
 * @param projectIds at most a hundred, by position: more are told by several events; empty where nobody takes part
 * @param standings of the same projects
 */
public record RankingApproved(
        UUID rankingId,
        UUID roundId,
        List<UUID> projectIds,
        List<Standing> standings,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    RankingApproved(
            UUID rankingId,
            UUID roundId,
            List<Standing> standings,
            UUID competitionId,
            UUID actor,
            Instant occurredAt) {
        this(
                rankingId,
                roundId,
                standings.stream().map(Standing::projectId).toList(),
                standings,
                competitionId,
                actor,
                occurredAt);
    }

    @Override
    public String type() {
        return "ranking.approved";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
