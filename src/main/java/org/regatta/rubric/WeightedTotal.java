package org.regatta.rubric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.PlainDecimal;

/** The arithmetic of {@link RubricView#total}: one exact fraction, divided and rounded once. */
final class WeightedTotal {

    private static final int DECIMALS = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private WeightedTotal() {}

    static @Nullable BigDecimal of(List<CriterionView> criteria, Map<String, ScoreValue> scores) {
        var counting = criteria.stream().filter(CriterionView::counts).toList();
        var normalised = !shareOneScale(counting);
        var numerator = BigDecimal.ZERO;
        var ranges = BigDecimal.ONE;
        var weights = BigDecimal.ZERO;
        for (var criterion : counting) {
            var score = scores.get(criterion.key());
            var points = score == null ? null : criterion.points(score);
            if (points == null) {
                continue;
            }
            weights = weights.add(criterion.weight());
            if (normalised) {
                // a/b + c/d = (a·d + c·b) / (b·d): no rounding until the very end
                var range = criterion.highest().subtract(criterion.lowest());
                var share =
                        points.subtract(criterion.lowest()).multiply(HUNDRED).multiply(criterion.weight());
                numerator = numerator.multiply(range).add(share.multiply(ranges));
                ranges = ranges.multiply(range);
            } else {
                numerator = numerator.add(points.multiply(criterion.weight()));
            }
        }
        return weights.signum() == 0
                ? null
                : PlainDecimal.of(numerator.divide(ranges.multiply(weights), DECIMALS, RoundingMode.HALF_UP));
    }

    /** The length of the scale that totals are on. */
    static BigDecimal range(List<CriterionView> criteria) {
        var counting = criteria.stream().filter(CriterionView::counts).toList();
        if (counting.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return shareOneScale(counting)
                ? counting.getFirst().highest().subtract(counting.getFirst().lowest())
                : HUNDRED;
    }

    private static boolean shareOneScale(List<CriterionView> counting) {
        return counting.stream()
                .allMatch(one -> one.lowest().compareTo(counting.getFirst().lowest()) == 0
                        && one.highest().compareTo(counting.getFirst().highest()) == 0);
    }
}
