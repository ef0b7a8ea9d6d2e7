package org.regatta.shared.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The server's sentences in another language than English, from {@code sentences_<language>.txt}: an English sentence
 * with {0}, {1} … for its values, below it, indented, the same in the other language.
 */
final class Sentences {

    /** Values may be sentences themselves; deeper than this nobody nests them. */
    private static final int DEEPEST = 3;

    /** What the code says is short; a longer text is somebody's own. */
    private static final int LONGEST = 2_000;

    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    private final Map<String, String> whole = new HashMap<>();
    private final List<Frame> frames = new ArrayList<>();
    private final UnaryOperator<String> quotes;

    /** A sentence with gaps: {@code pieces} is the text between them, one more than there are gaps. */
    private record Frame(List<String> pieces, String said) {

        static Frame of(String english, String said) {
            return new Frame(List.of(GAP.split(english, -1)), said);
        }

        int weight() {
            return pieces.stream().mapToInt(String::length).sum();
        }

        /** Whether the sentence itself puts a value in quotes: then it is somebody's own word. */
        boolean quotes(int gap) {
            return pieces.get(gap).endsWith("\"") && pieces.get(gap + 1).startsWith("\"");
        }

        /** What fills the gaps, each up to the next piece; null where the text is another sentence. */
        @Nullable
        List<String> values(String text) {
            var last = pieces.getLast();
            if (!text.startsWith(pieces.getFirst())) {
                return null;
            }
            var values = new ArrayList<String>();
            int from = pieces.getFirst().length();
            for (var piece : pieces.subList(1, pieces.size() - 1)) {
                int at = text.indexOf(piece, from + 1);
                if (at < 0) {
                    return null;
                }
                values.add(text.substring(from, at));
                from = at + piece.length();
            }
            int end = text.length() - last.length();
            if (end <= from || !text.endsWith(last)) {
                return null;
            }
            values.add(text.substring(from, end));
            return values;
        }
    }

    private Sentences(UnaryOperator<String> quotes) {
        this.quotes = quotes;
    }

    /** Reads a language; {@code quotes} puts somebody's words into its quotation marks. */
    static Sentences read(String language, UnaryOperator<String> quotes) {
        var sentences = new Sentences(quotes);
        String english = null;
        for (var line : lines("sentences_" + language + ".txt")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                english = line;
            } else if (english != null) {
                sentences.put(english, line.strip());
                english = null;
            }
        }
        sentences.frames.sort(Comparator.comparing(Frame::weight).reversed());
        return sentences;
    }

    private void put(String english, String said) {
        if (GAP.matcher(english).find()) {
            frames.add(Frame.of(english, said));
        } else {
            whole.put(english, said);
        }
    }

    /** The English sentence in this language; null where it is not known. */
    @Nullable
    String say(String english) {
        return english.length() > LONGEST ? null : say(english, 0);
    }

    private @Nullable String say(String english, int depth) {
        var known = whole.get(english);
        if (known != null || depth > DEEPEST) {
            return known;
        }
        for (var frame : frames) {
            var values = frame.values(english);
            if (values != null) {
                return GAP.matcher(frame.said())
                        .replaceAll(gap -> Matcher.quoteReplacement(
                                value(frame, values, Integer.parseInt(gap.group(1)), depth + 1)));
            }
        }
        return null;
    }

    /** Straight quotes hold somebody's own words, round ones words of ours, such as the label of a form. */
    private String value(Frame frame, List<String> values, int gap, int depth) {
        var value = values.get(gap);
        if (frame.quotes(gap)) {
            return value;
        }
        if (within(value, '"', '"')) {
            return quotes.apply(value.substring(1, value.length() - 1));
        }
        if (within(value, '“', '”')) {
            var inner = value.substring(1, value.length() - 1);
            return quotes.apply(whole.getOrDefault(inner, inner));
        }
        var said = say(value, depth);
        return said == null ? value : said;
    }

    private static boolean within(String value, char open, char close) {
        return value.length() > 1 && value.charAt(0) == open && value.charAt(value.length() - 1) == close;
    }

    private static List<String> lines(String file) {
        try {
            return new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("The sentences of a language cannot be read: " + file, missing);
        }
    }
}
