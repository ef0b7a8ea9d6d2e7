package org.regatta.shared;

/** Turns what people type into a search field into a pattern for SQL's {@code like}. */
public final class Contains {

    private Contains() {}

    /** Matches whatever contains this text; its signs stand for themselves. */
    public static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
