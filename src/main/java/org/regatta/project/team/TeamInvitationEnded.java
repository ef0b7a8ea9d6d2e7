package org.regatta.project.team;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An invitation to a team ended without anybody joining: the team took it back, or whoever was asked declined. */
public record TeamInvitationEnded(UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.teamInvitationEnded";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
