package org.regatta.ranking;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a ranking are wanted.
 *
 * @param category null: all
 * @param country ISO 3166 code; null: all
 * @param search part of a title or number; null: all
 */
public record RankingFilter(
        @Nullable String category,
        @Nullable String country,
        Show show,
        @Nullable String search) {

    /** Everything. */
    public static final RankingFilter NONE = new RankingFilter(null, null, Show.ALL, null);

    /** Blanks mean all. */
    public RankingFilter {
        category = blankToNull(category);
        country = blankToNull(country);
        search = blankToNull(search);
    }

    /** Kinds of rows that are looked at together. */
    public enum Show {
        /** All. */
        ALL,
        /** The policy lets them go on. */
        ADVANCES,
        /** The policy does not. */
        STAYS,
        /** The policy leaves them to people. */
        PEOPLE,
        /** The cut lies within the result's interval. */
        NEAR_CUT,
        /** The jurors are farther apart than chance explains. */
        DISPUTED
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
