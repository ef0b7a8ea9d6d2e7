package org.regatta.audit.verify;

/**
 * The first place at which a log is not what was sealed.
 *
 * @param number of the first entry that is wrong
 * @param through of the last one known to be wrong with it; {@code number} where it is one
 * @param words one English sentence that names it
 */
public record Flaw(Kind kind, long number, long through, String words) {

    /** What happened to the entries. */
    public enum Kind {
        /** An entry, its number, its hash or what lies beside it says something else than was sealed. */
        ALTERED,
        /** Entries were taken out. */
        MISSING,
        /** An entry stands in another one's place. */
        SWAPPED,
        /** Entries at the end are gone. */
        CUT,
        /** A whole stretch was written anew: it fits in itself, and not the checkpoint. */
        REWRITTEN,
        /** A checkpoint was altered, or signed by a key that is not trusted. */
        FORGED,
        /** Entries follow that no checkpoint seals. */
        UNSEALED
    }

    static Flaw altered(long number, String how) {
        return new Flaw(Kind.ALTERED, number, number, "Entry " + number + " was altered: " + how + ".");
    }

    static Flaw missing(long number, long through) {
        return new Flaw(
                Kind.MISSING,
                number,
                through,
                number == through
                        ? "Entry " + number + " is missing."
                        : "Entries " + number + " to " + through + " are missing.");
    }

    static Flaw swapped(long number, long found) {
        return new Flaw(
                Kind.SWAPPED,
                number,
                number,
                "Entry " + number + " was swapped: entry " + found + " stands in its place.");
    }

    static Flaw cut(long number, long through) {
        return new Flaw(
                Kind.CUT,
                number,
                through,
                "The end was cut off: entries " + number + " to " + through + " are missing.");
    }

    static Flaw rewritten(long number, Checkpoint checkpoint) {
        return new Flaw(
                Kind.REWRITTEN,
                number,
                checkpoint.entries(),
                "Entries " + number + " to " + checkpoint.entries() + " were rewritten: they are not those sealed at "
                        + checkpoint.madeAt() + ".");
    }

    static Flaw forged(long number, String how) {
        return new Flaw(Kind.FORGED, number, number, "The checkpoint at entry " + number + " is forged: " + how + ".");
    }

    static Flaw unsealed(long number, long through) {
        return new Flaw(
                Kind.UNSEALED, number, through, "No checkpoint seals entries " + number + " to " + through + ".");
    }
}
