package org.regatta.project.team;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody belongs to the team of a project no longer: by their own choice, or removed by who leads it. */
public record TeamMemberLeft(UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.teamMemberLeft";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
