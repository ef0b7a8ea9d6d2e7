package org.regatta.competition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What modules know to keep a running competition from going on, or soon will. The board shows what all beans of this
 * type say, to those who see progress; each says only what the viewer may know.
 */
public interface Blockers {

    /** What blocks, in the order of its weight; the same number of statements for few and for many of anything. */
    List<Blocker> of(CompetitionView competition, List<RoundView> rounds);

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
}
