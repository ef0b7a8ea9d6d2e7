package org.regatta.deliberation;

import org.jspecify.annotations.Nullable;

/**
 * Which decisions of a round are wanted, and in which order.
 *
 * @param category null: all
 * @param search part of a title or number; null: all
 * @param descending the order the other way round; what comes last without a value comes last all the same
 */
public record DecisionFilter(
        Show show, @Nullable String category, @Nullable String search, Sort sort, boolean descending) {

    /** Everything. */
    public static final DecisionFilter NONE = new DecisionFilter(Show.ALL, null, null, Sort.RANK, false);

    /** Blanks mean all. */
    public DecisionFilter {
        category = category == null || category.isBlank() ? null : category;
        search = search == null || search.isBlank() ? null : search.strip();
    }

    /** Whether any is left out. */
    public boolean narrows() {
        return show != Show.ALL || category != null || search != null;
    }

    /** The order of a list; equal ones stand as ranked. */
    public enum Sort {
        /** The best ranked first. */
        RANK,
        /** By the project's title. */
        TITLE,
        /** By the result with earlier rounds; those without one come last. */
        RESULT,
        /** By what is decided, else proposed; the open ones come last. */
        OUTCOME
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
