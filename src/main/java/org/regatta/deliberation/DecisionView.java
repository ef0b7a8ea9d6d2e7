package org.regatta.deliberation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One project's decision, for those who prepare it.
 *
 * @param rank in the approved ranking when the decision was proposed, among the projects the reader may see; null where
 *     there is none
 * @param cumulativeResult in that ranking
 * @param proposed what the scoring policy proposes; null where it leaves it to people
 * @param outcome null while nobody has decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        UUID id,
        UUID roundId,
        UUID projectId,
        String projectNumber,
        String projectTitle,
        @Nullable String category,
        @Nullable Integer rank,
        @Nullable BigDecimal cumulativeResult,
        @Nullable Outcome proposed,
        @Nullable Outcome outcome,
        @Nullable Integer place,
        @Nullable String award,
        String reason,
        DecisionState state,
        @Nullable UUID preparedBy,
        @Nullable Instant preparedAt,
        @Nullable Instant releasedAt) {}
