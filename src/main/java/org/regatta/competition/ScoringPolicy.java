package org.regatta.competition;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;

/**
 * The rules that turn the evaluations of a round into a ranking, as data an organiser reads and edits. Stored as JSON with
 * the component names below; everything left out has the default named here. Whether the rules make sense is said by
 * {@link #findings}.
 *
 * @param aggregate how the scores of a project become one number; left out: the mean
 * @param input what is aggregated; left out: points
 * @param correction what happens to a juror's scores first; left out: nothing
 * @param rounding where numbers are rounded; left out: nowhere
 * @param roundWeights by round key, the round itself included: the cumulative result is the weighted sum of these rounds'
 *     stage results; empty: the cumulative result is the stage result
 * @param minimumEvaluations a project with fewer gets no result and is for people to decide; left out or 0: 1
 * @param perCategory whether each category is ranked, and cut, on its own
 * @param advance who goes on; left out: people decide
 * @param tieRules asked in this order about projects with equal cumulative results; none left: they share the rank
 */
public record ScoringPolicy(
        Aggregate aggregate,
        Input input,
        Correction correction,
        Roundings rounding,
        Map<String, BigDecimal> roundWeights,
        int minimumEvaluations,
        boolean perCategory,
        Advance advance,
        List<TieRule> tieRules) {

    /** Fills in the defaults. */
    public ScoringPolicy {
        aggregate = Objects.requireNonNullElse(aggregate, Aggregate.MEAN);
        input = Objects.requireNonNullElse(input, Input.POINTS);
        correction = Objects.requireNonNullElse(correction, Correction.NONE);
        rounding = Objects.requireNonNullElse(rounding, Roundings.NOWHERE);
        roundWeights = roundWeights == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(roundWeights));
        minimumEvaluations = minimumEvaluations == 0 ? 1 : minimumEvaluations;
        advance = Objects.requireNonNullElse(advance, Advance.BY_HAND);
        tieRules = tieRules == null ? List.of() : Collections.unmodifiableList(tieRules);
    }

    /** The mean of all points, no correction, nothing rounded, people decide: the rules nobody has to explain. */
    public static ScoringPolicy plainMean() {
        return new ScoringPolicy(
                Aggregate.MEAN,
                Input.POINTS,
                Correction.NONE,
                Roundings.NOWHERE,
                Map.of(),
                1,
                false,
                Advance.BY_HAND,
                List.of());
    }

    /** Reads and writes policies as JSON: decimals to the last digit, unknown fields and words refused. */
    public static JsonMapper strictMapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    /** Whether a lower result is the better one: so with ranks. */
    public boolean lowerIsBetter() {
        return input == Input.RANKS;
    }

    /** Whether the result of the round with this key goes into a ranking: weighted, or asked about ties. */
    public boolean asksFor(String roundKey) {
        return roundWeights.containsKey(roundKey)
                || tieRules.stream()
                        .anyMatch(rule -> rule.kind() == TieRule.Kind.EARLIER_ROUND && roundKey.equals(rule.key()));
    }

    /**
     * What is wrong with these rules, in the order of the components; empty for rules that can be applied.
     *
     * @param place what the places start with: {@code policy} gives {@code policy.correction.limit}
     */
    public List<Finding> findings(String place) {
        return new ScoringPolicyCheck(place).check(this);
    }

    /** What is aggregated. */
    public enum Input {
        /** The points as handed in; more is better. */
        POINTS,
        /** Each juror's points, turned into that juror's ranks (midranks for ties); lower is better. */
        RANKS
    }

    /**
     * How the scores of a project become one number.
     *
     * @param trimCount TRIMMED_MEAN: how many scores are left out at each end
     * @param trimFraction TRIMMED_MEAN: or what share of the scores, rounded down, is left out at each end
     */
    public record Aggregate(
            Kind kind,
            @Nullable Integer trimCount,
            @Nullable BigDecimal trimFraction) {

        /** The mean. */
        public static final Aggregate MEAN = new Aggregate(Kind.MEAN, null, null);

        /** The mean weighted by the jurors' weights. */
        public static final Aggregate WEIGHTED_MEAN = new Aggregate(Kind.WEIGHTED_MEAN, null, null);

        /** The middle score, or the mean of the two in the middle. */
        public static final Aggregate MEDIAN = new Aggregate(Kind.MEDIAN, null, null);

        /** The mean without the {@code count} highest and the {@code count} lowest scores. */
        public static Aggregate trimmedBy(int count) {
            return new Aggregate(Kind.TRIMMED_MEAN, count, null);
        }

        /** The mean without this share of the scores at each end. */
        public static Aggregate trimmedBy(BigDecimal fraction) {
            return new Aggregate(Kind.TRIMMED_MEAN, null, fraction);
        }

        /** The ways to make one number of many. */
        public enum Kind {
            /** Every score counts the same. */
            MEAN,
            /** A score counts as much as its juror's weight says. */
            WEIGHTED_MEAN,
            /** The middle. */
            MEDIAN,
            /** The mean without the ends. */
            TRIMMED_MEAN
        }
    }

    /**
     * What happens to the scores before they are aggregated.
     *
     * @param limit CLIP: a score farther than this from the project's mean is pulled to this distance
     * @param targetMean Z_SCORE: the mean every juror's scores get; left out: that of all scores
     * @param targetDeviation Z_SCORE: the standard deviation every juror's scores get; left out: that of all scores
     */
    public record Correction(
            Kind kind,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal targetMean,
            @Nullable BigDecimal targetDeviation) {

        /** Scores stay as they are. */
        public static final Correction NONE = new Correction(Kind.NONE, null, null, null);

        /** Scores are standardised to the mean and deviation of all scores. */
        public static final Correction Z_SCORE = new Correction(Kind.Z_SCORE, null, null, null);

        /** A score may be at most {@code limit} away from the project's mean. */
        public static Correction clip(BigDecimal limit) {
            return new Correction(Kind.CLIP, limit, null, null);
        }

        /** Every juror's scores get this mean and this standard deviation. */
        public static Correction standardise(BigDecimal mean, BigDecimal deviation) {
            return new Correction(Kind.Z_SCORE, null, mean, deviation);
        }

        /** The corrections there are. */
        public enum Kind {
            /** None. */
            NONE,
            /** Pulled to the limit. */
            CLIP,
            /** Standardised per juror. */
            Z_SCORE
        }
    }

    /**
     * Where numbers are rounded; null: not there.
     *
     * @param mean the mean that CLIP measures the distance from
     * @param corrected each corrected score
     */
    public record Roundings(
            @Nullable Rounding mean,
            @Nullable Rounding corrected,
            @Nullable Rounding stageResult,
            @Nullable Rounding cumulativeResult) {

        /** Every number is kept exact, or to 34 digits where it has no end. */
        public static final Roundings NOWHERE = new Roundings(null, null, null, null);
    }

    /**
     * To how many decimals, and which way.
     *
     * @param decimals from 0 to 10
     */
    public record Rounding(int decimals, RoundingMode mode) {}

    /**
     * Who goes on.
     *
     * @param count TOP_N: how many (per category where categories are ranked on their own)
     * @param threshold THRESHOLD: the cumulative result a project must reach
     */
    public record Advance(
            Kind kind, @Nullable Integer count, @Nullable BigDecimal threshold) {

        /** People decide. */
        public static final Advance BY_HAND = new Advance(Kind.BY_HAND, null, null);

        /** The best {@code count}. */
        public static Advance top(int count) {
            return new Advance(Kind.TOP_N, count, null);
        }

        /** Whoever reaches {@code value}; with ranks, whoever is not above it. */
        public static Advance from(BigDecimal value) {
            return new Advance(Kind.THRESHOLD, null, value);
        }

        /** The ways to go on. */
        public enum Kind {
            /** The best; a tie across the cut that no rule breaks is for people to decide. */
            TOP_N,
            /** Who reaches a result. */
            THRESHOLD,
            /** Whom people choose. */
            BY_HAND
        }
    }

    /**
     * A question asked about tied projects.
     *
     * @param key CRITERION: of the rubric's criterion; EARLIER_ROUND: of the round
     */
    public record TieRule(Kind kind, @Nullable String key) {

        /** A rule that needs no key. */
        public static TieRule of(Kind kind) {
            return new TieRule(kind, null);
        }

        /** The rules there are. */
        public enum Kind {
            /** The better stage result goes first. */
            HIGHER_STAGE_RESULT,
            /** The better median of the counted scores goes first. */
            HIGHER_MEDIAN,
            /** The smaller variance of the counted scores goes first. */
            SMALLER_SPREAD,
            /** The higher mean of one criterion's points goes first. */
            CRITERION,
            /** The better stage result of an earlier round goes first. */
            EARLIER_ROUND,
            /** They share the rank; the last rule. */
            SHARE,
            /** They get no rank until people order them; the last rule. */
            BY_HAND
        }
    }
}
