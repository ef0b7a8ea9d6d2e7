package org.regatta.project;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * A process moved projects of one competition to {@code status}: a decision was released, for instance.
 *
 * @param projectIds at most a hundred, all of the same status before: more are told by several events
 */
public record ProjectsMoved(
        List<UUID> projectIds,
        ProjectStatus status,
        Map<String, Change> changes,
        UUID competitionId,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.moved";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
