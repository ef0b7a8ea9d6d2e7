package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One project of an approved ranking, for those who decide by it.
 *
 * @param position in the list, from 1, no two the same
 * @param rank shared by ties; null without a result, or where people are to order a tie
 * @param advances what the policy proposes; null is for people to decide
 */
public record RankedProject(
        UUID projectId,
        @Nullable String category,
        int position,
        @Nullable Integer rank,
        @Nullable BigDecimal stageResult,
        @Nullable BigDecimal cumulativeResult,
        @Nullable Boolean advances) {}
