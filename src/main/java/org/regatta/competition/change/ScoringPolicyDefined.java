package org.regatta.competition.change;

import java.time.Instant;
import java.util.UUID;
import org.regatta.competition.ScoringPolicy;
import org.regatta.shared.DomainEvent;

/** Somebody added a scoring policy to a competition. */
public record ScoringPolicyDefined(
        UUID policyId,
        UUID competitionId,
        String key,
        String name,
        ScoringPolicy policy,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.scoringPolicyDefined";
    }

    @Override
    public String subject() {
        return policyId.toString();
    }
}
