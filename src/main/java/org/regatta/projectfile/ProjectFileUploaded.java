package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A team has uploaded a file; it waits for its check. */
public record ProjectFileUploaded(
        UUID projectId, UUID fileId, FileType fileType, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "projectfile.uploaded";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
