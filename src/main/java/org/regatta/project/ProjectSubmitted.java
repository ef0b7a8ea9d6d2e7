package org.regatta.project;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A team handed in its project.
 *
 * @param late after the deadline, within the grace
 */
public record ProjectSubmitted(UUID projectId, UUID competitionId, boolean late, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.submitted";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
