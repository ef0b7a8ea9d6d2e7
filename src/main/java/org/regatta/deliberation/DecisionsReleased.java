package org.regatta.deliberation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** All decisions of a deliberation round became known at once; the projects' statuses have changed. */
public record DecisionsReleased(UUID roundId, UUID competitionId, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.decisionsReleased";
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
