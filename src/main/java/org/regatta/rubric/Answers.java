package org.regatta.rubric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the plain values of forms and requests into scores. */
final class Answers {

    /** A longer text is no number anybody means; bounds the work of reading it. */
    private static final int LONGEST_NUMBER = 40;

    private static final Map<String, Boolean> YES_OR_NO =
            Map.of("yes", true, "no", false, "true", true, "false", false);

    private final List<CriterionView> criteria;

    Answers(List<CriterionView> criteria) {
        this.criteria = criteria;
    }

    Map<String, ScoreValue> scores(Map<String, ?> answers) {
        var scores = new LinkedHashMap<String, ScoreValue>();
        answers.forEach((key, answer) -> {
            var score = score(kind(key), answer);
            if (!score.blank()) {
                scores.put(key, score);
            }
        });
        return scores;
    }

    private @Nullable CriterionKind kind(String key) {
        return criteria.stream()
                .filter(criterion -> criterion.key().equals(key))
                .findFirst()
                .map(CriterionView::kind)
                .orElse(null);
    }

    private static ScoreValue score(@Nullable CriterionKind kind, @Nullable Object answer) {
        if (answer == null) {
            return new ScoreValue(null, null, null, null);
        }
        if (answer instanceof Map<?, ?> members) {
            return member(kind, members);
        }
        if (answer instanceof Boolean yes && kind == CriterionKind.YES_NO) {
            return ScoreValue.of(yes);
        }
        if (answer instanceof Number number && kind != CriterionKind.CHOICE && kind != CriterionKind.TEXT) {
            return exact(number);
        }
        var text = answer.toString();
        if (kind == CriterionKind.CHOICE) {
            return ScoreValue.chosen(text);
        }
        if (kind == CriterionKind.YES_NO && YES_OR_NO.containsKey(text)) {
            return ScoreValue.of(YES_OR_NO.get(text));
        }
        return kind == CriterionKind.NUMBER ? typed(text) : ScoreValue.written(text);
    }

    /** The answer as {@link ScoreValue} is written in JSON: {@code {"number": 14}}. */
    private static ScoreValue member(@Nullable CriterionKind kind, Map<?, ?> members) {
        var values = members.values().stream().filter(Objects::nonNull).toList();
        if (values.size() == 1 && !(values.getFirst() instanceof Map)) {
            return score(kind, values.getFirst());
        }
        return values.isEmpty() ? score(kind, null) : ScoreValue.written(members.toString());
    }

    private static ScoreValue exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> ScoreValue.of(decimal);
            case BigInteger integer -> ScoreValue.of(new BigDecimal(integer));
            default -> typed(number.toString());
        };
    }

    /** People write decimals with a point or a comma. */
    private static ScoreValue typed(String text) {
        var number = text.strip().replaceFirst("^([+-]?\\d*),(\\d+)$", "$1.$2");
        if (number.length() > LONGEST_NUMBER) {
            return ScoreValue.written(text);
        }
        try {
            return ScoreValue.of(new BigDecimal(number));
        } catch (NumberFormatException notANumber) {
            return ScoreValue.written(text); // kept as typed; handing it in names it
        }
    }
}
