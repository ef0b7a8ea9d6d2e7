package org.regatta.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * The ranking proposed decisions, for people to take or change.
 *
 * @param projectIds at most a hundred: more are told by several events
 * @param proposals of the same projects
 */
public record DecisionsProposed(
        UUID roundId, List<UUID> projectIds, List<Decided> proposals, UUID competitionId, Instant occurredAt)
        implements DomainEvent {

    DecisionsProposed(UUID roundId, List<Decided> proposals, UUID competitionId, Instant occurredAt) {
        this(roundId, proposals.stream().map(Decided::projectId).toList(), proposals, competitionId, occurredAt);
    }

    @Override
    public String type() {
        return "deliberation.proposed";
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
