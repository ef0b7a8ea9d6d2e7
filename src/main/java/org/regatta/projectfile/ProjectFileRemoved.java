package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A team took a file away, or replaced it. */
public record ProjectFileRemoved(
        UUID projectId, UUID fileId, FileType fileType, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "projectfile.removed";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
