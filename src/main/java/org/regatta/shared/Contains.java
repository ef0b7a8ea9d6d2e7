package org.regatta.shared;

import java.util.Locale;

/** Turns what people type into a search field into a pattern for SQL's {@code like}. */
public final class Contains {

    private Contains() {}

    /** Matches whatever contains this text, in lower case; its signs stand for themselves. */
    public static String pattern(String text) {
        return "%"
                + text.toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_") + "%";
    }
}
