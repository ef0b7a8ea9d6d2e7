package org.regatta.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** Projects take part in a round from now on; the process of the round lets them. */
public record ProjectsAdmitted(UUID roundId, List<UUID> projectIds, UUID competitionId, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.admitted";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
