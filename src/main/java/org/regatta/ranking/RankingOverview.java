package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a ranking's rows, for one viewer and one filter; hidden projects count nowhere.
 *
 * @param counts rows of each kind under the filter's other parts
 * @param categories with rows under the filter's other parts, by name
 * @param countries the same, by code
 * @param cuts where the policy's line falls; one without category, or one per category
 * @param scale of all cumulative results; null without any
 */
public record RankingOverview(
        Map<RankingFilter.Show, Long> counts,
        List<Choice> categories,
        List<Choice> countries,
        List<Cut> cuts,
        @Nullable Scale scale) {

    /** A value to filter by, and how many rows it has. */
    public record Choice(String value, long rows) {}

    /**
     * The line between who goes on and who does not.
     *
     * @param category null where all are ranked together
     * @param firstOut position of the first project below the line
     * @param worstIn cumulative result of the last project above it; null with none
     * @param bestOut cumulative result of the first project below it
     */
    public record Cut(
            @Nullable String category,
            int firstOut,
            @Nullable BigDecimal worstIn,
            BigDecimal bestOut) {

        /** The middle between both sides. */
        public BigDecimal line() {
            return worstIn == null ? bestOut : worstIn.add(bestOut).divide(BigDecimal.valueOf(2));
        }
    }

    /**
     * What the results span.
     *
     * @param low smallest result, its interval included
     * @param high largest result, its interval included
     * @param intervals how many results have an interval
     */
    public record Scale(BigDecimal low, BigDecimal high, BigDecimal lowest, BigDecimal highest, long intervals) {}
}
