package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A file passed its check and can be read.
 *
 * @param fileName as the person who added it called it, with whose texts it is erased
 */
public record ProjectFileChecked(
        UUID projectId,
        UUID fileId,
        FileType fileType,
        String fileName,
        UUID addedByPersonId,
        UUID competitionId,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "projectfile.checked";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null; // a job
    }
}
