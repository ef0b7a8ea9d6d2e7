package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.ranking.scoring.Derivation.Counted;
import org.regatta.shared.PlainDecimal;

/**
 * What the scores say about how sure a result is. There is an {@link Interval} only where it would be true: for means of
 * points that were not pulled towards the project's mean, from this round alone, and with enough scores to measure the
 * jurors' disagreement.
 */
final class Uncertainty {

    /** With fewer degrees of freedom the interval says more about itself than about the projects. */
    static final int LEAST_FREEDOM = 10;

    private static final int DIGITS = 6;

    /** Critical range factors f(n) for n = 2 … 20 (ISO 5725-6:1994, table 1): n results differ by more once in twenty. */
    private static final double[] CRITICAL_RANGE = {
        2.8, 3.3, 3.6, 3.9, 4.0, 4.2, 4.3, 4.4, 4.5, 4.6, 4.6, 4.7, 4.7, 4.8, 4.8, 4.9, 4.9, 5.0, 5.0
    };

    private record Pooled(double deviation, int freedom) {}

    private final boolean told;
    private final boolean weighted;
    private final @Nullable Pooled counted;
    private final @Nullable Pooled given;

    Uncertainty(List<ProjectResult> results, ScoringPolicy policy) {
        this.weighted = policy.aggregate().kind() == Aggregate.Kind.WEIGHTED_MEAN;
        this.told = policy.input() == Input.POINTS
                && policy.correction().kind() != Correction.Kind.CLIP
                && (weighted || policy.aggregate().kind() == Aggregate.Kind.MEAN)
                && policy.roundWeights().isEmpty();
        this.counted = pooled(results.stream().map(ProjectResult::counting).toList());
        this.given = pooled(results.stream().map(Uncertainty::points).toList());
    }

    /** The interval of a project's result; null where there is none that would be true. */
    @Nullable
    Interval of(ProjectResult result) {
        var pool = counted;
        if (!told || pool == null || pool.freedom() < LEAST_FREEDOM || result.cumulativeResult() == null) {
            return null;
        }
        var scores = effective(result.scores());
        var factor = student(pool.freedom());
        return new Interval(
                number(pool.deviation()),
                pool.freedom(),
                number(scores),
                number(factor),
                number(factor * pool.deviation() / Math.sqrt(scores)));
    }

    /** Whether the jurors of a project are farther apart than chance explains: by more than f(n) · s of the points given. */
    boolean disputed(ProjectResult result) {
        var points = points(result);
        var pool = given;
        if (points.size() < 2 || pool == null || pool.freedom() < LEAST_FREEDOM) {
            return false;
        }
        var range = points.stream().reduce(BigDecimal::max).orElseThrow().doubleValue()
                - points.stream().reduce(BigDecimal::min).orElseThrow().doubleValue();
        var factor = CRITICAL_RANGE[Math.min(points.size(), CRITICAL_RANGE.length + 1) - 2];
        return range > factor * pool.deviation();
    }

    /** The 97.5 % quantile of Student's t (Abramowitz and Stegun 26.7.5); four decimals are true from 10 degrees on. */
    static double student(int freedom) {
        double z = 1.959963984540054;
        double v = freedom;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        double z9 = z7 * z * z;
        return z
                + (z3 + z) / (4 * v)
                + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v)
                + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * v * v * v * v);
    }

    private double effective(List<Counted> scores) {
        if (!weighted) {
            return scores.size();
        }
        var sum = scores.stream()
                .mapToDouble(score -> score.weight().doubleValue())
                .sum();
        var squares = scores.stream()
                .mapToDouble(
                        score -> score.weight().doubleValue() * score.weight().doubleValue())
                .sum();
        return sum * sum / squares;
    }

    private static @Nullable Pooled pooled(List<List<BigDecimal>> projects) {
        double squares = 0;
        int freedom = 0;
        for (var values : projects) {
            var variance = Quotient.variance(values);
            if (variance != null) {
                squares += variance.unrounded().doubleValue() * (values.size() - 1);
                freedom += values.size() - 1;
            }
        }
        return freedom == 0 ? null : new Pooled(Math.sqrt(squares / freedom), freedom);
    }

    private static List<BigDecimal> points(ProjectResult result) {
        return result.scores().stream().map(Counted::points).toList();
    }

    private static BigDecimal number(double value) {
        return PlainDecimal.of(BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP));
    }
}
