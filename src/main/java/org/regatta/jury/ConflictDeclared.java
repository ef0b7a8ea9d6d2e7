package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A conflict of interest keeps a person away from a project. */
public record ConflictDeclared(
        UUID conflictId, UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.conflictDeclared";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
