package org.regatta.steering.web;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds people in a list that is longer than a page shows.
 *
 * @param text part of a name or a label, in any case; empty for everybody
 */
record PeopleSearch(String text) {

    /** Of a list, the most that a page shows; others are searched for. */
    static final int SHOWN = 50;

    boolean finds(String name, String label) {
        return Stream.of(name, label).anyMatch(one -> folded(one).contains(folded(text)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
