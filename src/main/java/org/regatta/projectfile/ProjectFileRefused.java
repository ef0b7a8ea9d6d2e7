package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.file.FileRefusal;
import org.regatta.shared.DomainEvent;

/**
 * A file did not pass its check; its content is deleted.
 *
 * @param fileName as the person who added it called it, with whose texts it is erased
 */
public record ProjectFileRefused(
        UUID projectId,
        UUID fileId,
        FileType fileType,
        String fileName,
        UUID addedByPersonId,
        FileRefusal refusal,
        UUID competitionId,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "projectfile.refused";
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
