package org.regatta.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Projects were entered into a competition, one or many at once.
 *
 * @param projectIds at most a hundred, in the order they were entered: more are told by several events
 * @param projects the same projects
 */
public record ProjectsEntered(
        UUID competitionId, List<UUID> projectIds, List<Entered> projects, UUID actor, Instant occurredAt)
        implements DomainEvent {

    /** What a project was called and where it was put. */
    public record Entered(
            UUID id,
            String number,
            String title,
            @Nullable String category,
            @Nullable String country) {}

    @Override
    public String type() {
        return "project.entered";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
