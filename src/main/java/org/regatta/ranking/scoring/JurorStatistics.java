package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
