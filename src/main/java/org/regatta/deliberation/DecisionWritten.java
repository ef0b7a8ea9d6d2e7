package org.regatta.deliberation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody wrote a decision on a project, or took one back.
 *
 * @param changes outcome, place, award, reason, by field
 */
public record DecisionWritten(
        UUID projectId, UUID roundId, Map<String, Change> changes, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.decisionWritten";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
