package org.regatta.deliberation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the decisions of a round, for one viewer; hidden projects count nowhere.
 *
 * @param counts decisions of each kind under the filter's other parts
 * @param categories that occur, by name
 * @param missing how many projects of the round have no outcome yet
 * @param decimals of results, as the ranking's policy rounds them; null where it rounds nowhere
 * @param releaseAt when the approved decisions are released; null while nothing is planned
 * @param batches latest first
 */
public record DecisionSummary(
        Map<DecisionFilter.Show, Long> counts,
        List<String> categories,
        long missing,
        @Nullable Integer decimals,
        @Nullable Instant releaseAt,
        List<Batch> batches) {

    /**
     * Decisions that were written together.
     *
     * @param by name of who wrote them
     * @param undoable whether nothing of it was changed since, and it is not taken back
     */
    public record Batch(
            UUID id,
            String by,
            Instant madeAt,
            long decisions,
            @Nullable Instant undoneAt,
            boolean undoable) {}
}
