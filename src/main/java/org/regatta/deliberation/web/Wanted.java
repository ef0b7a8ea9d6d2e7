package org.regatta.deliberation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionFilter;
import org.regatta.deliberation.DecisionFilter.Show;
import org.regatta.deliberation.DecisionFilter.Sort;

/** The parameters of the address that say which decisions are wanted. */
record Wanted(
        @Nullable Show show,
        @Nullable String category,
        @Nullable String q,
        @Nullable Sort sort,
        @Nullable Boolean descending) {

    DecisionQuery of(UUID roundId) {
        return new DecisionQuery(
                roundId,
                new DecisionFilter(
                        show == null ? Show.ALL : show,
                        category,
                        q,
                        sort == null ? Sort.RANK : sort,
                        Boolean.TRUE.equals(descending)));
    }
}
