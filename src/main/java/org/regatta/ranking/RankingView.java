package org.regatta.ranking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;

/**
 * A ranking as a whole.
 *
 * @param policy the rules it was computed with, whatever they are now
 * @param approvedBy the person; null while proposed
 * @param projects how many rows it has
 * @param advancing how many the policy proposes to let go on
 * @param undecided how many are left to people
 */
public record RankingView(
        UUID id,
        UUID roundId,
        State state,
        ScoringPolicy policy,
        Instant computedAt,
        @Nullable Instant approvedAt,
        @Nullable UUID approvedBy,
        int projects,
        int advancing,
        int undecided) {

    /** Where a ranking is in its life. */
    public enum State {
        /** Computed; a newer one may replace it. */
        PROPOSED,
        /** A person stands for it; it never changes again. */
        APPROVED,
        /** A newer one took its place. */
        REPLACED
    }
}
