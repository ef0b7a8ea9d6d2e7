package org.regatta.imports.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.regatta.shared.Finding;

/** Collects what is wrong, keeps the first so many and counts all. */
public final class Findings {

    /** Comparing with more names would take longer than it helps. */
    private static final int MAX_COMPARED = 200;

    private static final int MAX_QUOTED = 60;

    private final int limit;
    private final List<Finding> kept = new ArrayList<>();
    private int total;

    /** Keeps at most {@code limit} findings. */
    public Findings(int limit) {
        this.limit = limit;
    }

    /** One more. */
    public void add(Spot spot, String message, String remedy) {
        total++;
        if (kept.size() < limit) {
            kept.add(new Finding(spot.toString(), message, remedy));
        }
    }

    /**
     * One more: a reference to something that is not there.
     *
     * @param what is referred to: {@code round}
     */
    public void unknown(Spot spot, String what, String name, Collection<String> known) {
        var nearest = known.size() > MAX_COMPARED ? null : TextRules.nearest(name, known);
        add(
                spot,
                "There is no " + what + " " + quoted(name) + ".",
                nearest == null ? "Name one that is in the competition." : "Did you mean " + quoted(nearest) + "?");
    }

    /** One more: something that may be there once only. */
    public void twice(Spot spot, String what, String name, Spot first) {
        add(
                spot,
                "The " + what + " " + quoted(name) + " is there twice.",
                "Change or remove one; the first is at " + first + ".");
    }

    /** The first ones, in the order they were found. */
    public List<Finding> kept() {
        return List.copyOf(kept);
    }

    /** How many there are, those not kept included. */
    public int total() {
        return total;
    }

    /** Whether nothing is wrong so far. */
    public boolean none() {
        return total == 0;
    }

    /** Somebody's text as a message may show it: in quotes, short, on one line. */
    public static String quoted(String text) {
        var line = new StringBuilder();
        text.codePoints()
                .limit(MAX_QUOTED)
                .forEach(point -> line.appendCodePoint(TextRules.printable(point) ? point : '\uFFFD'));
        return '"' + line.toString() + (text.codePointCount(0, text.length()) > MAX_QUOTED ? "…" : "") + '"';
    }
}
