package org.regatta.competition.change;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody changed how a competition is called and described, or its zone.
 *
 * @param changes by field
 */
public record CompetitionChanged(UUID competitionId, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.changed";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
