package org.regatta.project;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Projects were entered into a competition, one or many at once. */
public record ProjectsEntered(UUID competitionId, int count, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "project.entered";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
