package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.shared.PlainDecimal;

/** A fraction kept exact until it is rounded once, so that no tie is decided by an earlier rounding. */
record Quotient(BigDecimal numerator, BigDecimal denominator) {

    /** 34 digits (IEEE 754-2019 decimal128): for what has no end, and for roots. */
    static final MathContext PRECISION = MathContext.DECIMAL128;

    static Quotient whole(BigDecimal value) {
        return new Quotient(value, BigDecimal.ONE);
    }

    /** The arithmetic mean; {@code values} is not empty. */
    static Quotient mean(List<BigDecimal> values) {
        return new Quotient(sum(values), BigDecimal.valueOf(values.size()));
    }

    /**
     * The sample variance, (n Σx² − (Σx)²) / (n (n − 1)): NIST/SEMATECH e-Handbook of Statistical Methods 1.3.5.6, without
     * its intermediate mean.
     *
     * @return null with fewer than two values
     */
    static @Nullable Quotient variance(List<BigDecimal> values) {
        if (values.size() < 2) {
            return null;
        }
        var n = BigDecimal.valueOf(values.size());
        var sum = sum(values);
        var squares = values.stream().map(value -> value.multiply(value)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quotient(n.multiply(squares).subtract(sum.multiply(sum)), n.multiply(n.subtract(BigDecimal.ONE)));
    }

    /** Exact, or to 34 digits where there is no end. */
    BigDecimal unrounded() {
        return PlainDecimal.of(numerator.divide(denominator, PRECISION));
    }

    /** Rounded once, from the exact value; without a rounding {@link #unrounded}. */
    BigDecimal rounded(@Nullable Rounding rounding) {
        return rounding == null ? unrounded() : numerator.divide(denominator, rounding.decimals(), rounding.mode());
    }

    static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
