package org.regatta.identity.invitation;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.regatta.identity.invitation.InviteList.Line;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/**
 * Reads people out of a pasted text or a CSV file: address and name, a line each, with comma, semicolon or tab between.
 * A first line that holds no address is taken for a header and may name the columns in any order.
 */
public final class InviteText {

    private InviteText() {}

    /**
     * All lines that are not empty, right or wrong.
     *
     * @throws InvalidInput if the text is no CSV from some line on
     */
    public static List<Line> read(String text) {
        var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false);
        var lines = new ArrayList<Line>();
        long next = 1;
        try (var records = reader.ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            var columns = new Columns(0, 1);
            var first = true;
            for (var record : records) {
                next = record.getStartingLineNumber() + 1;
                if (first && isHeader(record)) {
                    columns = columns(record);
                } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                    lines.add(columns.line(record));
                }
                first = false;
            }
        } catch (CsvParseException broken) {
            throw new InvalidInput(new Finding(
                    "line " + next,
                    "From here on this cannot be read: a quote is not closed, or text follows a closing quote.",
                    "Write a line for each person: address, name."));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
        return lines;
    }

    private record Columns(int email, int name) {

        Line line(CsvRecord record) {
            return new Line((int) record.getStartingLineNumber(), cell(record, email), cell(record, name));
        }

        private static String cell(CsvRecord record, int at) {
            return at >= 0 && at < record.getFieldCount() ? record.getField(at).strip() : "";
        }
    }

    private static boolean isHeader(CsvRecord record) {
        return record.getFields().stream().noneMatch(cell -> cell.contains("@"))
                && record.getFields().stream().anyMatch(cell -> isEmail(cell) || isName(cell));
    }

    private static Columns columns(CsvRecord header) {
        int email = 0;
        int name = -1;
        for (int at = 0; at < header.getFieldCount(); at++) {
            if (isEmail(header.getField(at))) {
                email = at;
            } else if (isName(header.getField(at))) {
                name = at;
            }
        }
        return new Columns(email, name);
    }

    private static boolean isEmail(String cell) {
        return List.of("email", "e-mail", "mail", "address", "adresse").contains(plain(cell));
    }

    private static boolean isName(String cell) {
        return List.of("name", "nom").contains(plain(cell));
    }

    private static String plain(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private static char separator(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
    }
}
