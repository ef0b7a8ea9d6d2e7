package org.regatta.ranking.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.regatta.ranking.RankingOverview.Scale;

/** Where results lie on a line of 200 steps. */
public record Axis(BigDecimal low, BigDecimal high) {

    private static final double LENGTH = 200;
    private static final double MARGIN = 6;

    static Axis of(Scale scale) {
        return new Axis(scale.low(), scale.high());
    }

    /** Steps from the line's start, for an SVG attribute. */
    public String x(BigDecimal value) {
        var span = high.subtract(low).doubleValue();
        var share = span == 0 ? 0.5 : value.subtract(low).doubleValue() / span;
        var inside = Math.max(0, Math.min(1, share));
        return BigDecimal.valueOf(MARGIN + inside * (LENGTH - 2 * MARGIN))
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
