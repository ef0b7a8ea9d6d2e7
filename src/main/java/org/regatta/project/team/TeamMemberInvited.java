package org.regatta.project.team;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody was asked to join the team of a project, or asked again. */
public record TeamMemberInvited(UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.teamMemberInvited";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
