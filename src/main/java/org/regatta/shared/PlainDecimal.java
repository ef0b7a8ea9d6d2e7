package org.regatta.shared;

import java.math.BigDecimal;

/** Decimals as people write them. */
public final class PlainDecimal {

    private PlainDecimal() {}

    /** The same number without trailing zeros after the point and without an exponent: 14, not 14.000000 and not 1.4E+1. */
    public static BigDecimal of(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
