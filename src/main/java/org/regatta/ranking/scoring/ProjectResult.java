package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.scoring.Derivation.Counted;
import org.regatta.ranking.scoring.Derivation.Step;
import org.regatta.ranking.scoring.RoundScores.Project;

/** What a project reached, before it is compared with others. */
record ProjectResult(
        Project project,
        List<Counted> scores,
        List<Step> steps,
        @Nullable BigDecimal stageResult,
        @Nullable BigDecimal cumulativeResult,
        List<Phrase> notes) {

    /** The scores that the result is made of. */
    List<BigDecimal> counting() {
        return scores.stream()
                .filter(score -> !score.trimmed())
                .map(Counted::corrected)
                .toList();
    }
}
