package org.regatta.deliberation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as the team reads it: the outcome, not the reasons written during deliberation.
 *
 * @param rank what the decision rested on; null for the team, for jurors, and where a conflict of interest hides another
 *     project of the competition from the reader, whose place it could tell
 * @param result what the decision rested on; null for the team and for jurors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleasedDecision(
        UUID roundId,
        UUID projectId,
        Outcome outcome,
        @Nullable Integer place,
        @Nullable String award,
        @Nullable Integer rank,
        @Nullable BigDecimal result,
        Instant releasedAt) {

    /** The same for who may not know the rank. */
    ReleasedDecision unranked() {
        return new ReleasedDecision(roundId, projectId, outcome, place, award, null, result, releasedAt);
    }

    /** The same for who may know neither rank nor result. */
    ReleasedDecision alone() {
        return new ReleasedDecision(roundId, projectId, outcome, place, award, null, null, releasedAt);
    }
}
