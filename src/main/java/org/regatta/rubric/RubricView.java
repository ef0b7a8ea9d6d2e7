package org.regatta.rubric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;

/**
 * A rubric: what jurors are asked, which answers are valid and what they add up to.
 *
 * @param criteria in the order they are shown
 * @param version pass it back when changing
 */
public record RubricView(
        UUID id,
        UUID competitionId,
        String key,
        String name,
        String guidance,
        List<CriterionView> criteria,
        int version) {

    /** Copies the criteria. */
    public RubricView {
        criteria = List.copyOf(criteria);
    }

    /**
     * What keeps these scores from being handed in, in the order of the criteria; places are {@code scores.<key>}.
     * Empty if they are complete and valid.
     */
    public List<Finding> findings(Map<String, ScoreValue> scores) {
        return new ScoreRules(criteria).complete(scores);
    }

    /** What keeps these scores from being stored as a draft, which may be incomplete and out of range. */
    public List<Finding> draftFindings(Map<String, ScoreValue> scores) {
        return new ScoreRules(criteria).storable(scores);
    }

    /**
     * What valid scores add up to. With one criterion that counts: its points. With several on one scale: their
     * weighted mean, on that scale. With several on different scales: each is brought to 0–100 by
     * {@code (points − lowest) / (highest − lowest) × 100} first, then the weighted mean. An unanswered criterion is
     * left out together with its weight. Exact; where the result has more than six decimals it is rounded once, half
     * up, at the sixth.
     *
     * @return without trailing zeros; null if nothing that counts is answered
     */
    public @Nullable BigDecimal total(Map<String, ScoreValue> scores) {
        return WeightedTotal.of(criteria, scores);
    }

    /** How far apart two totals can be; 0 where nothing in the rubric counts. */
    public BigDecimal range() {
        return WeightedTotal.range(criteria);
    }

    /**
     * Reads a form's or a request's plain answers ({@code {"technique": 14.5, "style": "good"}}) as scores. What does
     * not fit its criterion is kept as text, for {@link #findings} to name; members of other names are kept too.
     */
    public Map<String, ScoreValue> scores(Map<String, ?> answers) {
        return new Answers(criteria).scores(answers);
    }
}
