package org.regatta.jury;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A jury's seat in a round.
 *
 * @param category whose projects it evaluates; null for all
 * @param jurorsPerProject null for the whole jury
 */
public record SeatView(
        UUID id,
        UUID roundId,
        UUID juryId,
        String juryName,
        @Nullable String category,
        @Nullable Integer jurorsPerProject) {}
