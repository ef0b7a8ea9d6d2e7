package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * The jurors of a project differed too much, and somebody let it stand.
 *
 * @param actor who did
 * @param reason why; never empty
 */
public record DiscrepancyAccepted(
        UUID roundId, UUID projectId, UUID competitionId, UUID actor, String reason, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.discrepancyAccepted";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
