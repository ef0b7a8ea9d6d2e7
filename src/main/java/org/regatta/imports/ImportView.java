package org.regatta.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page and its REST resource show it.
 *
 * @param programId the program it concerns, once known
 * @param competitionId the competition it created or added to; null before it was applied and for dry runs of bundles
 * @param stage while running, else null
 * @param rowsDone of the present stage
 * @param rowsTotal rows of all files, 0 until they are read
 * @param findingsTotal all findings; {@link Imports#findings} lists the first {@value Imports#MAX_FINDINGS}
 */
public record ImportView(
        UUID id,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        String fileName,
        boolean dryRun,
        ImportState state,
        @Nullable ImportStage stage,
        int rowsDone,
        int rowsTotal,
        int findingsTotal,
        ImportSummary summary,
        UUID requestedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
