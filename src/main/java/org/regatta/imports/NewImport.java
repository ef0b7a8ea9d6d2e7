package org.regatta.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported.
 *
 * @param competitionId the competition that {@code projects.csv} and {@code recusals.csv} go into; null for a bundle
 *     that brings its competition
 * @param dryRun only check, and list every finding
 * @param files one ZIP, or the files of a bundle side by side
 */
public record NewImport(@Nullable UUID competitionId, boolean dryRun, List<ImportFile> files) {

    /** Keeps the files unmodifiable. */
    public NewImport {
        files = List.copyOf(files);
    }
}
