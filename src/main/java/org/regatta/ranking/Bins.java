package org.regatta.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.regatta.shared.PlainDecimal;

/** Bars of equal width with ends that people would choose: 1, 2 or 5 times a power of ten. */
record Bins(BigDecimal from, BigDecimal width, int count) {

    private static final int ABOUT = 10;

    /** Bars that hold everything from {@code lowest} to {@code highest}. */
    static Bins over(BigDecimal lowest, BigDecimal highest) {
        var span = highest.subtract(lowest).doubleValue();
        if (span <= 0) {
            return new Bins(lowest.setScale(0, RoundingMode.FLOOR), BigDecimal.ONE, 1);
        }
        var raw = span / ABOUT;
        var power = (int) Math.floor(Math.log10(raw));
        var digit = raw / Math.pow(10, power);
        var nice = digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10;
        var width = BigDecimal.valueOf(nice).scaleByPowerOfTen(power);
        var from = lowest.divide(width, 0, RoundingMode.FLOOR).multiply(width);
        var count = highest.subtract(from).divide(width, 0, RoundingMode.FLOOR).intValueExact() + 1;
        if (count > 1
                && from.add(width.multiply(BigDecimal.valueOf(count - 1L))).compareTo(highest) == 0) {
            count--; // the highest value belongs to the last bar, not to one of its own
        }
        return new Bins(PlainDecimal.of(from), PlainDecimal.of(width), count);
    }

    /** The bars' lower ends, and the last one's upper end. */
    List<BigDecimal> ends() {
        var ends = new ArrayList<BigDecimal>();
        for (var i = 0; i <= count; i++) {
            ends.add(PlainDecimal.of(from.add(width.multiply(BigDecimal.valueOf(i)))));
        }
        return ends;
    }
}
