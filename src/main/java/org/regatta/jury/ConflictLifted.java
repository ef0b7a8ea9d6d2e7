package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A conflict of interest was found not to stand. */
public record ConflictLifted(
        UUID conflictId, UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.conflictLifted";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
