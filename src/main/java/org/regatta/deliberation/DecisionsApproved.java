package org.regatta.deliberation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * The decisions of a deliberation round are fixed and wait for their release.
 *
 * @param actor who approved them
 */
public record DecisionsApproved(UUID roundId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.decisionsApproved";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
