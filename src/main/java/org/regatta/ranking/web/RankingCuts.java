package org.regatta.ranking.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankingOverview.Cut;
import org.regatta.ranking.RankingRowView;
import org.springframework.stereotype.Component;

/** Finds the line that a row is compared with. */
@Component("rankingCuts")
class RankingCuts {

    /** The cut of all, or of the row's category; null without one. */
    public @Nullable Cut of(List<Cut> cuts, RankingRowView row) {
        if (cuts.size() == 1 && cuts.getFirst().category() == null) {
            return cuts.getFirst();
        }
        return cuts.stream()
                .filter(cut -> Objects.equals(cut.category(), row.category()))
                .findFirst()
                .orElse(null);
    }
}
