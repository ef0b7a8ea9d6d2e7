package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.shared.PlainDecimal;

/** One number of many. */
final class Aggregates {

    /**
     * The number and how it came about.
     *
     * @param trimmed which of the values were left out as ends
     */
    record Result(Quotient value, Phrase formula, Set<Integer> trimmed) {}

    private final Aggregate aggregate;

    Aggregates(Aggregate aggregate) {
        this.aggregate = aggregate;
    }

    /** Whether a score counts as much as its juror's weight says. */
    boolean weighted() {
        return aggregate.kind() == Aggregate.Kind.WEIGHTED_MEAN;
    }

    /**
     * The middle that distances are measured from: the mean, weighted where the aggregate is.
     *
     * @param values not empty
     */
    Result middle(List<BigDecimal> values, List<BigDecimal> weights) {
        return weighted() ? weightedMean(values, weights) : mean(values);
    }

    /**
     * The aggregate.
     *
     * @param values not empty
     * @return null where trimming would leave nothing
     */
    @Nullable
    Result of(List<BigDecimal> values, List<BigDecimal> weights) {
        return switch (aggregate.kind()) {
            case MEAN -> mean(values);
            case WEIGHTED_MEAN -> weightedMean(values, weights);
            case MEDIAN -> new Result(median(values), Phrase.of("formula.median"), Set.of());
            case TRIMMED_MEAN -> trimmedMean(values);
        };
    }

    static Quotient median(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? Quotient.whole(sorted.get(middle))
                : Quotient.mean(List.of(sorted.get(middle - 1), sorted.get(middle)));
    }

    private static Result mean(List<BigDecimal> values) {
        return new Result(Quotient.mean(values), Phrase.of("formula.mean", values.size()), Set.of());
    }

    private static Result weightedMean(List<BigDecimal> values, List<BigDecimal> weights) {
        var sum = IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i).multiply(weights.get(i)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var weight = Quotient.sum(weights);
        return new Result(
                new Quotient(sum, weight), Phrase.of("formula.weightedMean", PlainDecimal.of(weight)), Set.of());
    }

    /** The k-times trimmed mean (Tukey): k of the lowest and k of the highest are left out. */
    private @Nullable Result trimmedMean(List<BigDecimal> values) {
        var ends = ends(values.size());
        if (values.size() <= 2 * ends) {
            return null;
        }
        var order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        var trimmed = new HashSet<>(order.subList(0, ends));
        trimmed.addAll(order.subList(order.size() - ends, order.size()));
        var kept = order.subList(ends, order.size() - ends).stream()
                .map(values::get)
                .toList();
        return new Result(
                Quotient.mean(kept), Phrase.of("formula.trimmedMean", ends, kept.size()), Set.copyOf(trimmed));
    }

    private int ends(int count) {
        var fixed = aggregate.trimCount();
        var share = aggregate.trimFraction();
        if (fixed != null) {
            return fixed;
        }
        return share == null
                ? 0
                : share.multiply(BigDecimal.valueOf(count))
                        .setScale(0, RoundingMode.FLOOR)
                        .intValueExact();
    }
}
