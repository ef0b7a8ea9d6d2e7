package org.regatta.steering;

/**
 * Quantiles of Fisher's F distribution, by bisection on the regularised incomplete beta function; that by its continued
 * fraction (Press et al., Numerical Recipes, 3rd ed., section 6.4; Abramowitz and Stegun 26.5.8 and 26.6.2). Good to
 * nine digits, far more than a forecast needs.
 */
final class FDistribution {

    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private FDistribution() {}

    /** The value below which F(first, second) stays with this probability. */
    static double quantile(double first, double second, double probability) {
        double low = 0;
        double high = 1;
        while (atMost(high, first, second) < probability) {
            high *= 2;
        }
        for (int step = 0; step < 80; step++) {
            var middle = (low + high) / 2;
            if (atMost(middle, first, second) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability that F(first, second) is at most {@code value}. */
    static double atMost(double value, double first, double second) {
        return value <= 0 ? 0 : beta(first * value / (first * value + second), first / 2, second / 2);
    }

    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        var front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = inverse(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= 500; m++) {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = inverse(1 + even * d);
            c = floor(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = inverse(1 + odd * d);
            c = floor(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-12) {
                break;
            }
        }
        return h;
    }

    private static double inverse(double value) {
        return 1 / floor(value);
    }

    private static double floor(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }

    private static double logGamma(double value) {
        if (value < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
        }
        var x = value - 1;
        var sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        var t = x + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
