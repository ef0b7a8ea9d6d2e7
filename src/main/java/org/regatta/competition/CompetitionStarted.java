package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody started a competition; its process begins in the same transaction. */
public record CompetitionStarted(UUID competitionId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "competition.started";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
