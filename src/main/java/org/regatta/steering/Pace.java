package org.regatta.steering;

import java.time.Duration;
import java.util.List;

/**
 * How long the rest takes at the pace of the last days.
 *
 * <p>Handing in is taken for a Poisson process of a constant, unknown rate: {@code k} were handed in during {@code T},
 * {@code n} are left. With Jeffreys' prior the time they take is distributed as
 * {@code T · n / (k + 1/2) · F(2n, 2k + 1)} (the predictive distribution of the gamma-Poisson model: Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., section 2.6; as a prediction interval for the exponential distribution: Meeker, Hahn
 * and Escobar, Statistical Intervals, 2nd ed., section 7.6). People hand in by the evening and by the dozen, which makes
 * days differ more than such a process would: the counts are divided by the dispersion of the days (variance over mean,
 * at least 1; the quasi-Poisson correction of McCullagh and Nelder, Generalized Linear Models, 2nd ed., section 6.2), so
 * that the interval widens as the days differ.
 */
record Pace(long handedIn, Duration during, double dispersion) {

    /** Fewer events say nothing about a rate. */
    static final long LEAST = 5;
    /** Nor does a shorter time. */
    static final Duration SHORTEST = Duration.ofHours(12);

    /** The pace of days with these counts. */
    static Pace of(List<Long> perDay, Duration during) {
        var sum = perDay.stream().mapToLong(Long::longValue).sum();
        return new Pace(sum, during, dispersion(perDay, sum));
    }

    /** Whether there is enough to say anything. */
    boolean says() {
        return handedIn >= LEAST && during.compareTo(SHORTEST) >= 0;
    }

    /**
     * The time within which {@code left} more are handed in with this probability.
     *
     * @param probability between 0 and 1
     */
    Duration within(long left, double probability) {
        var events = handedIn / dispersion;
        var rest = left / dispersion;
        var quantile = FDistribution.quantile(2 * rest, 2 * events + 1, probability);
        return Duration.ofSeconds(Math.round(during.toSeconds() * rest / (events + 0.5) * quantile));
    }

    private static double dispersion(List<Long> perDay, long sum) {
        if (perDay.size() < 3 || sum == 0) {
            return 1;
        }
        var mean = (double) sum / perDay.size();
        var squares = perDay.stream().mapToDouble(n -> (n - mean) * (n - mean)).sum();
        return Math.max(1, squares / (perDay.size() - 1) / mean);
    }
}
