package org.regatta.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * Projects were entered into a competition, one or many at once.
 *
 * @param projectIds in the order they were entered
 */
public record ProjectsEntered(UUID competitionId, int count, List<UUID> projectIds, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.entered";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
