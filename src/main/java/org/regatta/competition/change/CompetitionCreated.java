package org.regatta.competition.change;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody made a competition, as a draft. */
public record CompetitionCreated(
        UUID competitionId, String key, String name, ZoneId zone, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.created";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
