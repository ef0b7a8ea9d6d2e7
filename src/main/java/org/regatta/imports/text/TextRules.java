package org.regatta.imports.text;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a text from outside may hold, and which known word a wrong one was probably meant to be. */
final class TextRules {

    private TextRules() {}

    /** Neither a control character nor half of a surrogate pair nor a code point that stands for nothing. */
    static boolean printable(int point) {
        return !Character.isISOControl(point)
                && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                && (point & 0xFFFE) != 0xFFFE;
    }

    /** Whether people can read all of it; line breaks and tabs count as readable where {@code lines} says so. */
    static boolean readable(String text, boolean lines) {
        return text.codePoints()
                .allMatch(point -> printable(point) || (lines && (point == '\n' || point == '\r' || point == '\t')));
    }

    /** How many characters the database counts. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The known word nearest to a wrong one; null if none is near. */
    static @Nullable String nearest(String wrong, Collection<String> known) {
        if (wrong.length() > 60) {
            return null;
        }
        String best = null;
        int bestDistance = Math.max(2, wrong.length() / 3) + 1;
        for (var word : known) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Levenshtein's distance: characters to insert, delete or replace. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[row.length - 1];
    }
}
