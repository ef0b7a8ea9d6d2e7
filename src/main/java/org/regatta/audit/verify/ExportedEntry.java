package org.regatta.audit.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code entries.txt}: {@code <number> <hash in the chain> <canonical text>}, or {@code withheld <own hash>}
 * in the place of the text where whoever made the export may not read it. Personal data that were not erased follow after
 * a tab each, as {@code via <salt> <text>} and {@code words <salt> <text>}.
 *
 * @param own hash over the text
 * @param beside what follows the text, whether it fits the hashes in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record ExportedEntry(long number, byte[] hash, byte[] own, boolean withheld, Beside beside) {

    /** How what lies beside the chain stands to the entry. */
    enum Beside {
        NONE,
        ERASED,
        FITS,
        ALTERED
    }

    private static final Pattern HEAD = Pattern.compile("(?<number>[1-9]\\d{0,17}) (?<hash>[0-9a-f]{64}) ");
    private static final Pattern WITHHELD = Pattern.compile("withheld (?<own>[0-9a-f]{64})");
    private static final Pattern SEGMENT = Pattern.compile("(?<name>via|words) (?<salt>(?:[0-9a-f]{2}){1,32}) ");
    private static final int HEX_LENGTH = 2 * ChainHash.LENGTH;
    private static final int LONGEST_HEAD = 19 + 1 + HEX_LENGTH + 1;
    private static final int LONGEST_TAIL = 200;
    /** The comma before it included. */
    private static final int WORDS_LENGTH = ",\"wordsHash\":\"\"".length() + HEX_LENGTH;

    /** Reads a line without its end; null if it has another form. */
    static @Nullable ExportedEntry parse(byte[] line) {
        var head = HEAD.matcher(ascii(line, 0, Math.min(line.length, LONGEST_HEAD)));
        if (!head.lookingAt()) {
            return null;
        }
        var number = Long.parseLong(head.group("number"));
        var hash = HexFormat.of().parseHex(head.group("hash"));
        var from = head.end();
        var to = until(line, from);
        var withheld = WITHHELD.matcher(ascii(line, from, to));
        if (withheld.matches()) {
            return to < line.length
                    ? null
                    : new ExportedEntry(
                            number, hash, HexFormat.of().parseHex(withheld.group("own")), true, Beside.NONE);
        }
        var text = Arrays.copyOfRange(line, from, to);
        return new ExportedEntry(number, hash, ChainHash.own(text), false, beside(line, from, to));
    }

    /** The number a line begins with; 0 where it has another form. */
    static long number(byte[] line) {
        var head = HEAD.matcher(ascii(line, 0, Math.min(line.length, LONGEST_HEAD)));
        return head.lookingAt() ? Long.parseLong(head.group("number")) : 0;
    }

    private static Beside beside(byte[] line, int from, int to) {
        var tail = ascii(line, Math.max(from, to - LONGEST_TAIL), to);
        if (!tail.endsWith("}")) {
            return Beside.ALTERED;
        }
        // both names sort behind all others: they end the text, and nothing inside can pass for them
        var rest = tail.substring(0, tail.length() - 1);
        var words = last(rest, "wordsHash");
        var via = last(words == null ? rest : rest.substring(0, rest.length() - WORDS_LENGTH), "viaHash");
        var found = words == null && via == null ? Beside.NONE : Beside.ERASED;
        for (var at = to; at < line.length; at = until(line, at + 1)) {
            var end = until(line, at + 1);
            var segment = SEGMENT.matcher(ascii(line, at + 1, Math.min(end, at + 80)));
            if (!segment.lookingAt()) {
                return Beside.ALTERED;
            }
            var text = Arrays.copyOfRange(line, at + 1 + segment.end(), end);
            var salted = ChainHash.salted(HexFormat.of().parseHex(segment.group("salt")), text);
            if (!ChainHash.hex(salted).equals(segment.group("name").equals("via") ? via : words)) {
                return Beside.ALTERED;
            }
            found = Beside.FITS;
        }
        return found;
    }

    /** The hash that is the last member of an object's text and has this name; null if another is. */
    private static @Nullable String last(String text, String name) {
        var head = '"' + name + "\":\"";
        var from = text.length() - HEX_LENGTH - 1;
        return text.endsWith("\"") && from >= head.length() && text.startsWith(head, from - head.length())
                ? text.substring(from, from + HEX_LENGTH)
                : null;
    }

    /** Where the part that begins at {@code from} ends: at a tab, or with the line. */
    private static int until(byte[] line, int from) {
        var at = from;
        while (at < line.length && line[at] != '\t') {
            at++;
        }
        return at;
    }

    private static String ascii(byte[] line, int from, int to) {
        return StandardCharsets.ISO_8859_1
                .decode(ByteBuffer.wrap(line, from, Math.max(0, to - from)))
                .toString();
    }

    /** What is wrong with what lies beside the text. */
    Optional<Flaw> flawBeside() {
        return beside == Beside.ALTERED ? Optional.of(ChainCheck.beside(number)) : Optional.empty();
    }
}
