package org.regatta.projectfile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** A file passed its check and can be read. */
public record ProjectFileChecked(UUID projectId, UUID fileId, FileType fileType, UUID competitionId, Instant occurredAt)
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
