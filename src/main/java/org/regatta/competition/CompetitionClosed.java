package org.regatta.competition;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** All rounds of a competition are done. */
public record CompetitionClosed(UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "competition.closed";
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
