package org.regatta.imports.text;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** Reads a CSV table with a header (RFC 4180; comma, semicolon or tab) into rows that know their places. */
public final class CsvFile {

    private static final int MAX_ROWS = 100_000;
    private static final int MAX_CELL = 1 << 18;
    private static final int TICK = 500;

    private final RawFile file;
    private final List<String> columns;
    private final List<String> required;
    private final Findings findings;
    private final List<CsvRow> rows = new ArrayList<>();
    private long nextLine = 1;

    private CsvFile(RawFile file, List<String> columns, List<String> required, Findings findings) {
        this.file = file;
        this.columns = columns;
        this.required = required;
        this.findings = findings;
    }

    /**
     * All rows of a table; what is wrong with the file, its header or the shape of a row is a finding.
     *
     * @param columns every column it may have
     * @param required those of them it must have
     * @param tick is told now and then how many rows are read
     */
    public static List<CsvRow> read(
            RawFile file, List<String> columns, List<String> required, Findings findings, IntConsumer tick) {
        var text = file.text(findings);
        if (text == null) {
            return List.of();
        }
        var table = new CsvFile(file, columns, required, findings);
        table.read(text, tick);
        return table.rows;
    }

    private void read(String text, IntConsumer tick) {
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_CELL);
        try (var records = reader.ofCsvRecord(text)) {
            Map<String, Integer> header = null;
            int width = 0;
            for (var record : records) {
                nextLine = record.getStartingLineNumber() + lines(record);
                if (blank(record)) {
                    continue;
                }
                if (header == null) {
                    header = header(record);
                    width = record.getFieldCount();
                } else if (!row(record, header, width)) {
                    return;
                }
                if (rows.size() % TICK == 0) {
                    tick.accept(rows.size());
                }
            }
            if (header == null) {
                findings.add(spot(1, 1), "The file is empty.", "Its first line names the columns: " + named(columns));
            }
        } catch (CsvParseException broken) {
            findings.add(
                    spot(nextLine, 1),
                    "The row that begins here is not CSV: a quote is not closed, or text follows a closing quote.",
                    "Put a cell that holds quotes into quotes, and double the quotes inside; no cell may be larger than 256 KB.");
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private Map<String, Integer> header(CsvRecord record) {
        var header = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            var name = record.getField(i).strip().toLowerCase(Locale.ROOT);
            var spot = spot(record.getStartingLineNumber(), i + 1);
            if (!columns.contains(name)) {
                var nearest = TextRules.nearest(name, columns);
                findings.add(
                        spot,
                        "The column " + Findings.quoted(record.getField(i)) + " is unknown.",
                        nearest == null
                                ? "Remove it; known columns are " + named(columns)
                                : "Did you mean \"" + nearest + "\"?");
            } else if (header.putIfAbsent(name, i) != null) {
                findings.add(spot, "The column \"" + name + "\" is there twice.", "Keep one of them.");
            }
        }
        for (var name : required) {
            if (!header.containsKey(name)) {
                findings.add(
                        spot(record.getStartingLineNumber(), 1),
                        "The column \"" + name + "\" is missing.",
                        "Add it; the first line names the columns: " + named(columns));
            }
        }
        return header;
    }

    private boolean row(CsvRecord record, Map<String, Integer> header, int width) {
        if (rows.size() == MAX_ROWS) {
            findings.add(
                    spot(record.getStartingLineNumber(), 1),
                    "The table has more than " + MAX_ROWS + " rows.",
                    "Split it over several imports.");
            return false;
        }
        if (record.getFieldCount() != width) {
            findings.add(
                    spot(record.getStartingLineNumber(), Math.min(record.getFieldCount(), width) + 1),
                    "The row has " + record.getFieldCount() + " cells, the header " + width + ".",
                    "Give every row as many cells as the header; put a cell that holds a comma into quotes.");
        } else {
            rows.add(new CsvRow(
                    file.name(), (int) record.getStartingLineNumber(), header, record.getFields(), findings));
        }
        return true;
    }

    private static boolean blank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static long lines(CsvRecord record) {
        long breaks = record.getFields().stream()
                .flatMapToInt(String::chars)
                .filter(character -> character == '\n')
                .count();
        return breaks + 1;
    }

    /** Spreadsheets of many countries write semicolons; whichever the first line has most of. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static String named(List<String> columns) {
        return String.join(", ", columns) + ".";
    }

    private Spot spot(long line, int column) {
        return new Spot(file.name(), (int) line, column);
    }
}
