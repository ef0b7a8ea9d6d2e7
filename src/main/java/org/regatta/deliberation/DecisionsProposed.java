package org.regatta.deliberation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** The ranking proposed decisions, for people to take or change. */
public record DecisionsProposed(UUID roundId, int count, UUID competitionId, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.proposed";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
