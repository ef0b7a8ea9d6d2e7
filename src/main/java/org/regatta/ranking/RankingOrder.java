package org.regatta.ranking;

/**
 * How the rows of a ranking are sorted.
 *
 * @param column by which
 * @param descending the other way round; projects without a value stay last
 */
public record RankingOrder(Column column, boolean descending) {

    /** As ranked. */
    public static final RankingOrder AS_RANKED = new RankingOrder(Column.POSITION, false);

    /** What can be sorted by. */
    public enum Column {
        /** The ranking's own order. */
        POSITION,
        /** The project's public reference, 2 before 10. */
        NUMBER,
        /** The project's title. */
        TITLE,
        /** The result of this round alone. */
        STAGE_RESULT,
        /** The result with earlier rounds. */
        CUMULATIVE_RESULT
    }
}
