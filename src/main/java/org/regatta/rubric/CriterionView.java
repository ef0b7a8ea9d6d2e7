package org.regatta.rubric;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of a rubric.
 *
 * @param key unique in its rubric; names the score in forms, findings ({@code scores.<key>}) and exports
 * @param weight share of the total among the criteria that count; 0 leaves it out, and a text never counts
 * @param required whether an evaluation without an answer is refused
 * @param min NUMBER: the lowest score; YES_NO: the points of a no, null for 0
 * @param max NUMBER: the highest score; YES_NO: the points of a yes, null for 1
 * @param step NUMBER: the distance between two scores, counted from {@code min}; null for any
 * @param options CHOICE: what there is to choose, in order; else empty
 * @param forTeam TEXT: whether it is written to the team, which reads it after release where the round says so
 */
public record CriterionView(
        String key,
        String label,
        String guidance,
        CriterionKind kind,
        BigDecimal weight,
        boolean required,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal step,
        List<Option> options,
        boolean forTeam) {

    /** What can be chosen, and what it is worth. */
    public record Option(String value, String label, BigDecimal points) {}

    /** Copies the options. */
    public CriterionView {
        options = List.copyOf(options);
    }

    /** A required number from {@code min} to {@code max}. */
    public static CriterionView number(
            String key, String label, BigDecimal weight, BigDecimal min, BigDecimal max, @Nullable BigDecimal step) {
        return new CriterionView(key, label, "", CriterionKind.NUMBER, weight, true, min, max, step, List.of(), false);
    }

    /** A required choice. */
    public static CriterionView choice(String key, String label, BigDecimal weight, List<Option> options) {
        return new CriterionView(key, label, "", CriterionKind.CHOICE, weight, true, null, null, null, options, false);
    }

    /** A required yes (1) or no (0). */
    public static CriterionView yesNo(String key, String label, BigDecimal weight) {
        return new CriterionView(
                key, label, "", CriterionKind.YES_NO, weight, true, null, null, null, List.of(), false);
    }

    /** An optional text. */
    public static CriterionView text(String key, String label) {
        return new CriterionView(
                key, label, "", CriterionKind.TEXT, BigDecimal.ZERO, false, null, null, null, List.of(), false);
    }

    /** The same question, which may be left unanswered. */
    public CriterionView optional() {
        return new CriterionView(key, label, guidance, kind, weight, false, min, max, step, options, forTeam);
    }

    /** Whether its answer is part of the total. */
    public boolean counts() {
        return kind != CriterionKind.TEXT && weight.signum() > 0;
    }

    /** What an answer is worth on this criterion's own scale; null where it is no answer to this criterion. */
    public @Nullable BigDecimal points(ScoreValue score) {
        return switch (kind) {
            case NUMBER -> score.number();
            case CHOICE ->
                options.stream()
                        .filter(option -> option.value().equals(score.choice()))
                        .findFirst()
                        .map(Option::points)
                        .orElse(null);
            case YES_NO -> score.yes() == null ? null : score.yes() ? yesPoints() : noPoints();
            case TEXT -> null;
        };
    }

    /** The fewest points an answer can be worth. */
    public BigDecimal lowest() {
        return switch (kind) {
            case NUMBER -> orElse(min, BigDecimal.ZERO);
            case CHOICE ->
                options.stream().map(Option::points).reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
            case YES_NO -> noPoints().min(yesPoints());
            case TEXT -> BigDecimal.ZERO;
        };
    }

    /** The most points an answer can be worth. */
    public BigDecimal highest() {
        return switch (kind) {
            case NUMBER -> orElse(max, BigDecimal.ZERO);
            case CHOICE ->
                options.stream().map(Option::points).reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
            case YES_NO -> noPoints().max(yesPoints());
            case TEXT -> BigDecimal.ZERO;
        };
    }

    private BigDecimal noPoints() {
        return orElse(min, BigDecimal.ZERO);
    }

    private BigDecimal yesPoints() {
        return orElse(max, BigDecimal.ONE);
    }

    private static BigDecimal orElse(@Nullable BigDecimal value, BigDecimal otherwise) {
        return value == null ? otherwise : value;
    }
}
