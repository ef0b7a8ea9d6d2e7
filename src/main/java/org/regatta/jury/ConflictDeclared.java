package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A conflict of interest keeps a person away from a project. Why is kept with it, for those who run the competition. */
public record ConflictDeclared(
        UUID conflictId,
        UUID projectId,
        UUID personId,
        ConflictKind conflictKind,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
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
