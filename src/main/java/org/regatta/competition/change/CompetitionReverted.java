package org.regatta.competition.change;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A running competition is a draft again: its process could not go on with what was set up. */
public record CompetitionReverted(UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "competition.reverted";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
