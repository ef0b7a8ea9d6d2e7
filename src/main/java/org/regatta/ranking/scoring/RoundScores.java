package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a ranking is computed from.
 *
 * @param roundKey of the round that is ranked
 * @param projects all that take part, also those without scores; their order is that of projects nothing else separates
 * @param earlier stage results of earlier rounds by round key and project
 */
public record RoundScores(String roundKey, List<Project> projects, Map<String, Map<UUID, BigDecimal>> earlier) {

    /**
     * A project and what jurors gave it.
     *
     * @param scores handed in and counting; recused and abstained jurors are not among them
     * @param leftOut jurors whose score is missing, and why
     */
    public record Project(UUID id, @Nullable String category, List<Score> scores, List<LeftOut> leftOut) {}

    /**
     * What one juror gave one project.
     *
     * @param juror label, {@code J07}
     * @param weight of the juror, above 0
     * @param points the total under the rubric
     * @param criteria points of each criterion that has some, by key
     */
    public record Score(
            UUID jurorId, String juror, BigDecimal weight, BigDecimal points, Map<String, BigDecimal> criteria) {}

    /** A juror whose score is missing: it counts as nothing, not as zero. */
    public record LeftOut(UUID jurorId, String juror, Reason reason) {

        /** Why there is no score. */
        public enum Reason {
            /** Taken off the project. */
            RECUSED,
            /** Chose to give none. */
            ABSTAINED,
            /** Had not handed in when the round closed. */
            NOT_SUBMITTED
        }
    }
}
