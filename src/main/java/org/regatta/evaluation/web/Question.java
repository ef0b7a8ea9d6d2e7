package org.regatta.evaluation.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.PlainDecimal;

/**
 * A criterion with its answer, as the page asks it.
 *
 * @param at its place from 0, for the ids of its fields
 * @param look how it is answered: {@code scale}, {@code choice}, {@code yesNo}, {@code number} or {@code text}
 * @param share of the total in percent; null where it does not count
 * @param answer as typed or chosen; empty for none
 * @param shown the answer for reading: the label of an option instead of its value
 * @param points what the answer is worth; null where it is worth nothing or not valid
 */
public record Question(
        int at,
        CriterionView criterion,
        String look,
        @Nullable BigDecimal share,
        List<Choice> choices,
        String answer,
        String shown,
        @Nullable BigDecimal points) {

    private static final int MOST_STEPS = 11;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Something to choose.
     *
     * @param label empty where the value says it all
     * @param points null for a number, which is its own
     */
    public record Choice(
            String value, String label, @Nullable BigDecimal points, boolean chosen) {

        /** Languages say one point and many. */
        public boolean onePoint() {
            return points != null && points.compareTo(BigDecimal.ONE) == 0;
        }
    }

    static List<Question> of(RubricView rubric, Map<String, ScoreValue> scores) {
        var questions = new ArrayList<Question>();
        var weights = rubric.criteria().stream()
                .filter(CriterionView::counts)
                .map(CriterionView::weight)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        for (var criterion : rubric.criteria()) {
            questions.add(of(questions.size(), criterion, scores.get(criterion.key()), weights));
        }
        return questions;
    }

    private static Question of(int at, CriterionView criterion, @Nullable ScoreValue score, BigDecimal weights) {
        var plain = score == null ? null : score.plain();
        var answer =
                plain instanceof BigDecimal number ? number.toPlainString() : plain == null ? "" : plain.toString();
        var choices = choices(criterion, answer);
        var fits = answer.isEmpty() || choices.stream().anyMatch(Choice::chosen);
        return new Question(
                at,
                criterion,
                look(criterion, choices, fits),
                criterion.counts()
                        ? PlainDecimal.of(criterion.weight().multiply(HUNDRED).divide(weights, 1, RoundingMode.HALF_UP))
                        : null,
                choices,
                answer,
                shown(choices, answer),
                score == null ? null : criterion.points(score));
    }

    /** What is stored and fits none of the choices is shown as it was typed. */
    private static String look(CriterionView criterion, List<Choice> choices, boolean fits) {
        return switch (criterion.kind()) {
            case NUMBER -> choices.isEmpty() || !fits ? "number" : "scale";
            case CHOICE -> fits ? "choice" : "text";
            case YES_NO -> fits ? "yesNo" : "text";
            case TEXT -> "text";
        };
    }

    private static List<Choice> choices(CriterionView criterion, String answer) {
        return switch (criterion.kind()) {
            case NUMBER -> steps(criterion, answer);
            case CHOICE ->
                criterion.options().stream()
                        .map(option -> new Choice(
                                option.value(),
                                option.label(),
                                PlainDecimal.of(option.points()),
                                option.value().equals(answer)))
                        .toList();
            case YES_NO ->
                List.of(
                        new Choice("yes", "", points(criterion, true), answer.equals("yes")),
                        new Choice("no", "", points(criterion, false), answer.equals("no")));
            case TEXT -> List.of();
        };
    }

    private static @Nullable BigDecimal points(CriterionView criterion, boolean yes) {
        var points = criterion.counts() ? criterion.points(ScoreValue.of(yes)) : null;
        return points == null ? null : PlainDecimal.of(points);
    }

    private static List<Choice> steps(CriterionView criterion, String answer) {
        var step = criterion.step();
        var lowest = criterion.lowest();
        if (step == null || step.signum() <= 0) {
            return List.of();
        }
        var last = criterion.highest().subtract(lowest).divideToIntegralValue(step);
        if (last.compareTo(BigDecimal.valueOf(MOST_STEPS - 1)) > 0 || last.signum() <= 0) {
            return List.of();
        }
        var steps = new ArrayList<Choice>();
        for (int at = 0; at <= last.intValueExact(); at++) {
            var value = ScoreValue.of(lowest.add(step.multiply(BigDecimal.valueOf(at))));
            var text = String.valueOf(value.plain());
            steps.add(new Choice(text, "", null, text.equals(answer)));
        }
        return steps;
    }

    private static String shown(List<Choice> choices, String answer) {
        return choices.stream()
                .filter(choice -> choice.chosen() && !choice.label().isEmpty())
                .findFirst()
                .map(Choice::label)
                .orElse(answer);
    }

    /** What a choice is worth, where the choice itself does not say it; null else. */
    public @Nullable BigDecimal worth() {
        return share == null || points == null || criterion.kind() == CriterionKind.NUMBER
                ? null
                : PlainDecimal.of(points);
    }

    /** Languages say one point and many. */
    public boolean onePoint() {
        return points != null && points.compareTo(BigDecimal.ONE) == 0;
    }

    /** Whether a number is asked for. */
    public boolean numeric() {
        return criterion.kind() == CriterionKind.NUMBER;
    }

    /** The fewest points, as people write them. */
    public BigDecimal lowest() {
        return PlainDecimal.of(criterion.lowest());
    }

    /** The most points, as people write them. */
    public BigDecimal highest() {
        return PlainDecimal.of(criterion.highest());
    }

    /** The distance between two scores; null for any. */
    public @Nullable BigDecimal step() {
        var step = criterion.step();
        return step == null ? null : PlainDecimal.of(step);
    }
}
