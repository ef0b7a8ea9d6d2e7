package org.regatta.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * The decisions of a deliberation round are fixed and wait for their release.
 *
 * @param projectIds at most a hundred: more are told by several events
 * @param decisions of the same projects
 * @param actor who approved them
 */
public record DecisionsApproved(
        UUID roundId,
        List<UUID> projectIds,
        List<Decided> decisions,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    public DecisionsApproved(
            UUID roundId, List<Decided> decisions, UUID competitionId, UUID actor, Instant occurredAt) {
        this(roundId, decisions.stream().map(Decided::projectId).toList(), decisions, competitionId, actor, occurredAt);
    }

    @Override
    public String type() {
        return "deliberation.decisionsApproved";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
