package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A computed ranking.
 *
 * @param rows by position; projects without a result last in their category or list
 * @param jurors by label
 */
public record Ranked(List<Row> rows, List<JurorStatistics> jurors) {

    /**
     * One project.
     *
     * @param position from 1, no two the same
     * @param rank shared by ties; null without a result, or where people are to order a tie
     * @param advances null is for people to decide
     * @param margin half of the result's 95 % interval; null where there is none, see {@link Interval}
     * @param disputed whether its jurors are farther apart than chance explains
     */
    public record Row(
            UUID projectId,
            @Nullable String category,
            int position,
            @Nullable Integer rank,
            @Nullable BigDecimal stageResult,
            @Nullable BigDecimal cumulativeResult,
            @Nullable Boolean advances,
            @Nullable BigDecimal margin,
            boolean disputed,
            Derivation derivation) {}

    /**
     * How one juror scored in a round.
     *
     * @param juror label
     * @param evaluations how many count
     * @param mean of the points given
     * @param deviation sample standard deviation (divisor n − 1) of the points given; null with fewer than two
     * @param distance mean of (points given − mean of all jurors' points for the same project): below 0 is stricter than the
     *     panel, above 0 milder
     * @param corrected how many scores the correction changed
     */
    public record JurorStatistics(
            UUID jurorId,
            String juror,
            int evaluations,
            BigDecimal mean,
            @Nullable BigDecimal deviation,
            BigDecimal distance,
            int corrected) {}
}
