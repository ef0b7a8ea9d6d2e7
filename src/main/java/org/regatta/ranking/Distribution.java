package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Page;

/**
 * How scores spread, for one viewer: projects that a conflict of interest hides are in none of the numbers.
 *
 * @param results of all projects with one
 * @param criteria points given under each criterion of the rubric, in its order
 * @param jurors by label, a page of them
 */
public record Distribution(List<Bin> results, List<Criterion> criteria, Page<Juror> jurors) {

    /**
     * One bar.
     *
     * @param from its lower end, included
     * @param to its upper end, not included but for the last bar; equal to {@code from} where a bar is one value
     * @param advances how many of its projects the policy lets go on, without those near the cut
     * @param nearCut how many have an interval with the cut in it
     * @param others the rest
     */
    public record Bin(BigDecimal from, BigDecimal to, long advances, long nearCut, long others) {

        /** The bar's height. */
        public long all() {
            return advances + nearCut + others;
        }
    }

    /** Bars of one criterion's points. */
    public record Criterion(String key, List<Bin> points) {}

    /**
     * One juror's points in five numbers.
     *
     * @param distance mean distance from the mean of the project's jurors; null for one who never scored with others
     */
    public record Juror(
            UUID jurorId,
            String juror,
            int evaluations,
            BigDecimal lowest,
            BigDecimal quarter,
            BigDecimal median,
            BigDecimal threeQuarters,
            BigDecimal highest,
            BigDecimal mean,
            @Nullable BigDecimal distance) {}
}
