package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A team has uploaded a file; it waits for its check.
 *
 * @param fileName as the person called it, with whose texts it is erased
 */
public record ProjectFileUploaded(
        UUID projectId,
        UUID fileId,
        FileType fileType,
        String fileName,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
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
