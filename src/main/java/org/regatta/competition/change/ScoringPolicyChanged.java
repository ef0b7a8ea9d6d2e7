package org.regatta.competition.change;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody changed the rules of a scoring policy.
 *
 * @param changes by rule
 */
public record ScoringPolicyChanged(
        UUID policyId, UUID competitionId, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.scoringPolicyChanged";
    }

    @Override
    public String subject() {
        return policyId.toString();
    }
}
