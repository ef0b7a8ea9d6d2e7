package org.regatta.competition;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What modules add to the organiser's pages, besides figures: what blocks a competition, and panels below where a round
 * stands. The pages show the parts of all beans of this type; each gives only what the viewer may know.
 */
public interface BoardParts {

    /**
     * What keeps a competition from going on, or soon will; asked for those who see progress. The same number of
     * statements for few and for many of anything.
     */
    default List<Blocker> blockers(CompetitionView competition, List<RoundView> rounds) {
        return List.of();
    }

    /**
     * The panels on the page of this round.
     *
     * @param query the parameters of the page's address, for lists to sort and page by
     */
    default List<Panel> panels(RoundView round, CompetitionView competition, Map<String, String> query) {
        return List.of();
    }

    /**
     * One thing that blocks.
     *
     * @param harm whether it stops the competition already; else it will if nothing happens
     * @param what it is
     * @param why it matters, with the arithmetic
     * @param act what to do about it; null where only waiting helps
     */
    record Blocker(
            boolean harm, Words what, Words why, @Nullable Act act) {}

    /**
     * A sentence of the message bundles.
     *
     * @param values already written in the reader's language
     */
    record Words(String key, List<Object> values) {

        /** A sentence with these values. */
        public static Words of(String key, Object... values) {
            return new Words(key, List.of(values));
        }
    }

    /**
     * Where it is mended.
     *
     * @param label key of the message on the button
     */
    record Act(String label, String address) {}

    /**
     * One panel.
     *
     * @param template whose fragment {@code panel(view)} shows it
     */
    record Panel(String template, Object view) {}
}
