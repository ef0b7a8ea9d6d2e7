package org.regatta.project.mentor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody accompanies a project from now on, and reads it. */
public record MentorNamed(UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.mentorNamed";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
