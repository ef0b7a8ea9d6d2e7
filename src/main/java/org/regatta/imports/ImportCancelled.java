package org.regatta.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** Somebody stopped an import; nothing of it stays. */
public record ImportCancelled(
        UUID importId, @Nullable UUID programId, @Nullable UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "imports.cancelled";
    }

    @Override
    public String subject() {
        return importId.toString();
    }
}
