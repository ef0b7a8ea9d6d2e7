package org.regatta.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody handed in a bundle to be checked, and applied unless it is a dry run.
 *
 * @param competitionId null for one of its own
 */
public record ImportRequested(
        UUID importId,
        String fileName,
        boolean dryRun,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "imports.requested";
    }

    @Override
    public String subject() {
        return importId.toString();
    }
}
