package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody was given an address to fetch a file from. */
public record ProjectFileDownloaded(
        UUID projectId, UUID fileId, FileType fileType, UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "projectfile.downloaded";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
