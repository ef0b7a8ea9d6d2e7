package org.regatta.rubric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.PlainDecimal;

/** Which answers to the criteria of a rubric are valid. */
final class ScoreRules {

    static final int LONGEST_TEXT = 10_000;
    /** As the columns hold them: numeric(18, 6). */
    private static final int INTEGER_DIGITS = 12;

    private static final int DECIMALS = 6;

    private final List<CriterionView> criteria;

    ScoreRules(List<CriterionView> criteria) {
        this.criteria = criteria;
    }

    List<Finding> complete(Map<String, ScoreValue> scores) {
        var findings = unknown(scores);
        for (var criterion : criteria) {
            var score = scores.get(criterion.key());
            var finding = score == null || score.blank() ? missing(criterion) : invalid(criterion, score);
            if (finding != null) {
                findings.add(finding);
            }
        }
        if (findings.isEmpty()) {
            var counting = criteria.stream().anyMatch(CriterionView::counts);
            if (counting && WeightedTotal.of(criteria, scores) == null) {
                findings.add(new Finding(
                        "scores", "Nothing that counts is answered.", "Answer at least one criterion, or abstain."));
            }
        }
        return findings;
    }

    List<Finding> storable(Map<String, ScoreValue> scores) {
        var findings = unknown(scores);
        for (var criterion : criteria) {
            var score = scores.get(criterion.key());
            var finding = score == null ? null : unstorable(criterion, score);
            if (finding != null) {
                findings.add(finding);
            }
        }
        return findings;
    }

    private List<Finding> unknown(Map<String, ScoreValue> scores) {
        var known = criteria.stream().map(CriterionView::key).collect(Collectors.toSet());
        var findings = new ArrayList<Finding>();
        scores.keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .map(key -> new Finding(
                        "scores." + shown(key),
                        "The rubric has no such criterion.",
                        "Its criteria are: "
                                + criteria.stream().map(CriterionView::key).collect(Collectors.joining(", ")) + "."))
                .forEach(findings::add);
        return findings;
    }

    private static @Nullable Finding missing(CriterionView criterion) {
        return criterion.required()
                ? finding(criterion, "This is not answered.", "Answer it before handing in.")
                : null;
    }

    private static @Nullable Finding invalid(CriterionView criterion, ScoreValue score) {
        var unstorable = unstorable(criterion, score);
        if (unstorable != null) {
            return unstorable;
        }
        return switch (criterion.kind()) {
            case NUMBER ->
                score.number() == null
                        ? finding(criterion, "This is not a number.", "Give a number " + range(criterion) + ".")
                        : outside(criterion, score.number());
            case CHOICE ->
                criterion.points(score) == null
                        ? finding(criterion, "There is no such option.", "Choose one of: " + choices(criterion) + ".")
                        : null;
            case YES_NO ->
                score.yes() == null ? finding(criterion, "This is neither yes nor no.", "Answer yes or no.") : null;
            case TEXT -> score.text() == null ? finding(criterion, "This is not a text.", "Write a text.") : null;
        };
    }

    private static @Nullable Finding outside(CriterionView criterion, BigDecimal number) {
        if (number.compareTo(criterion.lowest()) < 0 || number.compareTo(criterion.highest()) > 0) {
            return finding(criterion, plain(number) + " is out of range.", "Give a number " + range(criterion) + ".");
        }
        var step = criterion.step();
        if (step != null && number.subtract(criterion.lowest()).remainder(step).signum() != 0) {
            return finding(
                    criterion, plain(number) + " is between two steps.", "Give a number " + range(criterion) + ".");
        }
        return null;
    }

    private static @Nullable Finding unstorable(CriterionView criterion, ScoreValue score) {
        if (score.number() != null && absurd(score.number())) {
            return finding(
                    criterion,
                    "The number has too many digits.",
                    "Use at most " + INTEGER_DIGITS + " digits before the point and " + DECIMALS + " after it.");
        }
        if (tooLong(score.text()) || tooLong(score.choice())) {
            return finding(criterion, "The text is too long.", "Use at most " + LONGEST_TEXT + " characters.");
        }
        if (unprintable(score.text()) || unprintable(score.choice())) {
            return finding(criterion, "The text contains a character with code 0.", "Take it out.");
        }
        return null;
    }

    /** Whether a number does not fit the columns; cheap for exponents of any size. */
    static boolean absurd(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() > DECIMALS || (long) stripped.precision() - stripped.scale() > INTEGER_DIGITS;
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }

    private static boolean unprintable(@Nullable String text) {
        return text != null && text.indexOf('\0') >= 0;
    }

    private static String range(CriterionView criterion) {
        var bounds = "from " + plain(criterion.lowest()) + " to " + plain(criterion.highest());
        var step = criterion.step();
        return step == null ? bounds : bounds + " in steps of " + plain(step);
    }

    private static String choices(CriterionView criterion) {
        return criterion.options().stream().map(CriterionView.Option::value).collect(Collectors.joining(", "));
    }

    private static String plain(BigDecimal number) {
        return PlainDecimal.of(number).toPlainString();
    }

    private static String shown(String key) {
        return key.length() > 60 ? key.substring(0, 60) + "…" : key;
    }

    private static Finding finding(CriterionView criterion, String message, String remedy) {
        return new Finding("scores." + criterion.key(), message, remedy);
    }
}
