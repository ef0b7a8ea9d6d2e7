package org.regatta.imports.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a table, read by column; wrong cells add a finding and read as empty. */
public final class CsvRow {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final String file;
    private final int line;
    private final Map<String, Integer> header;
    private final List<String> cells;
    private final Findings findings;

    CsvRow(String file, int line, Map<String, Integer> header, List<String> cells, Findings findings) {
        this.file = file;
        this.line = line;
        this.header = header;
        this.cells = cells;
        this.findings = findings;
    }

    /** Where the cell is, or the row if there is no such column. */
    public Spot spot(String column) {
        return new Spot(file, line, header.getOrDefault(column, 0) + 1);
    }

    /** The cell as it stands, stripped; empty if there is no such column. */
    public String raw(String column) {
        var index = header.get(column);
        return index == null ? "" : cells.get(index).strip();
    }

    /** A text of one line that must not be empty. */
    public String text(String column, int max) {
        if (header.containsKey(column) && raw(column).isEmpty()) {
            wrong(column, "The cell \"" + column + "\" is empty.", "Fill it in.");
            return "";
        }
        return checked(column, max, false);
    }

    /** A text of one line, or null where the cell is empty. */
    public @Nullable String optionalText(String column, int max) {
        var text = checked(column, max, false);
        return text.isEmpty() ? null : text;
    }

    /** A text of any number of lines. */
    public String prose(String column, int max) {
        return checked(column, max, true);
    }

    /** Adds a finding about a cell. */
    public void wrong(String column, String message, String remedy) {
        findings.add(spot(column), message, remedy);
    }

    private String checked(String column, int max, boolean lines) {
        var index = header.get(column);
        var cell = index == null ? "" : cells.get(index);
        var text = cell.strip();
        if (text.isEmpty()) {
            return text;
        }
        if (FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 || FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            wrong(
                    column,
                    "The cell begins like a formula: " + Findings.quoted(text) + ".",
                    "Spreadsheets would compute it; begin the text with another character than = + - @ or a tab.");
            return "";
        }
        if (!TextRules.readable(text, lines)) {
            wrong(column, "The cell holds line breaks or control characters.", "Remove them.");
            return "";
        }
        if (TextRules.length(text) > max) {
            wrong(column, "The cell has more than " + max + " characters.", "Shorten it.");
            return "";
        }
        return text;
    }
}
