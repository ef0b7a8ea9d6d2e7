package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A team took a file away, or replaced it.
 *
 * @param fileName as the person who added it called it, with whose texts it is erased
 */
public record ProjectFileRemoved(
        UUID projectId,
        UUID fileId,
        FileType fileType,
        String fileName,
        UUID addedByPersonId,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
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
