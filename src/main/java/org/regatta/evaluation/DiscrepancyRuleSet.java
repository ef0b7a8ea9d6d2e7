package org.regatta.evaluation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * A round got another rule for third readers.
 *
 * @param limitPercent from which spread on a project needs one, in percent of the scale; 0: never
 * @param changes the limit before and after
 */
public record DiscrepancyRuleSet(
        UUID roundId, UUID competitionId, int limitPercent, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.discrepancyRuleSet";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
