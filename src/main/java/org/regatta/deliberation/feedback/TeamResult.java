package org.regatta.deliberation.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.Outcome;

/**
 * What a team is told of an evaluation of its project: nothing of other projects but how many there were, and nothing of
 * jurors, neither their names nor how many they were.
 *
 * @param roundId the evaluation round
 * @param outcome what was decided on its ranking
 * @param result what the decision rested on, earlier rounds included as the scoring policy weights them; null where there
 *     were too few evaluations for one
 * @param rank from 1, shared by ties; null without a result, where people were to order a tie, and where a conflict of
 *     interest hides another project of the competition from the reader
 * @param ranked among how many projects, of its category where categories are ranked on their own; null without a rank
 * @param category within which the rank is, where categories are ranked on their own; null otherwise, and without a rank
 * @param criteria the criteria that count, in the rubric's order
 * @param texts what jurors wrote to the team, by criterion; empty where the round does not pass it on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamResult(
        UUID roundId,
        String roundName,
        Outcome outcome,
        @Nullable BigDecimal result,
        @Nullable Integer rank,
        @Nullable Long ranked,
        @Nullable String category,
        List<CriterionMean> criteria,
        List<Texts> texts,
        Instant releasedAt) {

    /** Copies the lists. */
    public TeamResult {
        criteria = List.copyOf(criteria);
        texts = List.copyOf(texts);
    }

    /** Whether a criterion has no mean. */
    public boolean lacksMean() {
        return criteria.stream().anyMatch(one -> one.mean() == null);
    }

    /**
     * How a criterion came out.
     *
     * @param mean of the jurors' points, rounded to two decimals; null where fewer than two jurors answered, since it would
     *     be what a single juror gave
     * @param lowest the fewest points there were to get
     * @param highest the most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CriterionMean(
            String key, String label, @Nullable BigDecimal mean, BigDecimal lowest, BigDecimal highest) {}

    /**
     * What jurors wrote to the team under one criterion.
     *
     * @param texts in the order of their own words, which tells nothing of who wrote them, nor which texts under two
     *     criteria are by one hand
     */
    public record Texts(String key, String label, List<String> texts) {}
}
