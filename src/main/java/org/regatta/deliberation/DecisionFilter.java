package org.regatta.deliberation;

import org.jspecify.annotations.Nullable;

/**
 * Which decisions of a round are wanted.
 *
 * @param category null: all
 * @param search part of a title or number; null: all
 */
public record DecisionFilter(
        Show show, @Nullable String category, @Nullable String search) {

    /** Everything. */
    public static final DecisionFilter NONE = new DecisionFilter(Show.ALL, null, null);

    /** Blanks mean all. */
    public DecisionFilter {
        category = category == null || category.isBlank() ? null : category;
        search = search == null || search.isBlank() ? null : search.strip();
    }

    /** Kinds of decisions that are looked at together. */
    public enum Show {
        /** All. */
        ALL,
        /** Nobody has decided, and the ranking proposes nothing. */
        OPEN,
        /** As the ranking proposes; nobody has touched them. */
        PROPOSED,
        /** Other than the ranking proposes. */
        DEVIATING,
        /** They go on. */
        ADVANCES,
        /** They end here. */
        NOT_SELECTED,
        /** They get a place or an award. */
        AWARDED
    }
}
