package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody was given an address to fetch a file from.
 *
 * @param fileName as they were given it
 * @param addedByPersonId whose name for the file that is, with whose texts it is erased; null: a neutral one, as its reader
 *     must not know who is behind the project
 */
public record ProjectFileDownloaded(
        UUID projectId,
        UUID fileId,
        FileType fileType,
        String fileName,
        @Nullable UUID addedByPersonId,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
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
