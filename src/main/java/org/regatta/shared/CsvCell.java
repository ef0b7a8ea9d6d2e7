package org.regatta.shared;

import org.jspecify.annotations.Nullable;

/** Cells of files for spreadsheets (RFC 4180, UTF-8). */
public final class CsvCell {

    /** What a file begins with, so that spreadsheets read it as UTF-8. */
    public static final String MARK = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvCell() {}

    /**
     * What somebody typed, quoted and harmless to a spreadsheet: it never begins a formula, such cells start with an
     * apostrophe (OWASP, CSV injection). Empty for nothing.
     */
    public static String typed(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var stripped = text.stripLeading();
        var first = stripped.isEmpty() ? ' ' : stripped.charAt(0);
        var formula = FORMULA_STARTS.indexOf(first) >= 0 || FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" + text : text).replace("\"", "\"\"") + '"';
    }
}
