package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** The projects of a round got {@code count} new assignments. */
public record JurorsAssigned(UUID roundId, int count, UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "jury.jurorsAssigned";
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
