package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a project stands in a ranking, as the audit log keeps it.
 *
 * @param position in the list, from 1, no two the same
 * @param rank shared by ties; null without a result, or where people are to order a tie
 * @param result the cumulative one; null without any
 * @param advances what the policy proposes; null is for people to decide
 */
public record Standing(
        UUID projectId,
        int position,
        @Nullable Integer rank,
        @Nullable BigDecimal result,
        @Nullable Boolean advances) {

    static List<Standing> of(List<RankedProject> ranked) {
        return ranked.stream()
                .map(one -> new Standing(
                        one.projectId(), one.position(), one.rank(), one.cumulativeResult(), one.advances()))
                .toList();
    }
}
