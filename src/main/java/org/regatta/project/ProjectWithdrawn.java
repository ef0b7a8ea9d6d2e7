package org.regatta.project;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A project was taken back; its work in running rounds ends. */
public record ProjectWithdrawn(UUID projectId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.withdrawn";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
