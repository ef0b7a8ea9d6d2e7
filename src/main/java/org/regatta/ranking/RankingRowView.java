package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One project in a ranking.
 *
 * @param number the project's public reference
 * @param position in the list, from 1, no two the same; projects hidden from the reader do not count
 * @param rank shared by ties, hidden projects do not count; null without a result, or where people are to order a tie
 * @param stageResult of this round alone; null with too few evaluations
 * @param cumulativeResult with the earlier rounds, as the policy weights them
 * @param advances what the policy proposes; null is for people to decide
 * @param margin half of the cumulative result's 95 % interval; null where none would be true
 * @param nearCut whether that interval contains the cut
 * @param disputed whether its jurors are farther apart than chance explains
 */
public record RankingRowView(
        UUID projectId,
        String number,
        String title,
        @Nullable String category,
        @Nullable String country,
        int position,
        @Nullable Integer rank,
        @Nullable BigDecimal stageResult,
        @Nullable BigDecimal cumulativeResult,
        @Nullable Boolean advances,
        @Nullable BigDecimal margin,
        boolean nearCut,
        boolean disputed) {}
