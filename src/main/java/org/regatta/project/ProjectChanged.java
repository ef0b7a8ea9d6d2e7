package org.regatta.project;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody changed what a project says about itself.
 *
 * @param changes by field
 */
public record ProjectChanged(
        UUID projectId, UUID competitionId, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.changed";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
