package org.regatta.project.team;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody belongs to the team of a project from now on. */
public record TeamMemberJoined(UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.teamMemberJoined";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
