package org.regatta.imports;

import org.jspecify.annotations.Nullable;

/**
 * What a bundle holds, counted.
 *
 * @param competition name of the competition, null until it could be read
 */
public record ImportSummary(
        @Nullable String competition, int rounds, int juries, int jurors, int projects, int recusals, int scores) {

    /** Nothing read yet. */
    public static final ImportSummary NONE = new ImportSummary(null, 0, 0, 0, 0, 0, 0);
}
