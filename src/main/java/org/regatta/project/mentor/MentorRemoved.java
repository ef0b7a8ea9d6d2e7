package org.regatta.project.mentor;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody no longer accompanies a project, and does not read it any more. */
public record MentorRemoved(UUID projectId, UUID personId, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "project.mentorRemoved";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
