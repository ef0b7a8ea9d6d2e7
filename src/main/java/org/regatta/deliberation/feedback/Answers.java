package org.regatta.deliberation.feedback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.feedback.TeamResult.CriterionMean;
import org.regatta.deliberation.feedback.TeamResult.Texts;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.PlainDecimal;

/**
 * The answers of a project's jurors, put together so that none of them can be told from the others.
 *
 * @param all by juror, each by criterion
 */
record Answers(RubricView rubric, List<Map<String, ScoreValue>> all) {

    /** A mean over fewer is what one juror gave. */
    private static final int FEWEST = 2;

    private static final int DECIMALS = 2;

    List<CriterionMean> means() {
        return rubric.criteria().stream()
                .filter(CriterionView::counts)
                .map(one -> new CriterionMean(
                        one.key(),
                        one.label(),
                        mean(one),
                        PlainDecimal.of(one.lowest()),
                        PlainDecimal.of(one.highest())))
                .toList();
    }

    List<Texts> texts() {
        var texts = new ArrayList<Texts>();
        for (var criterion : rubric.criteria()) {
            var written = criterion.forTeam() ? written(criterion) : List.<String>of();
            if (!written.isEmpty()) {
                texts.add(new Texts(criterion.key(), criterion.label(), written));
            }
        }
        return texts;
    }

    private @Nullable BigDecimal mean(CriterionView criterion) {
        var points = answers(criterion).stream()
                .map(criterion::points)
                .filter(Objects::nonNull)
                .toList();
        return points.size() < FEWEST
                ? null
                : PlainDecimal.of(points.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(points.size()), DECIMALS, RoundingMode.HALF_UP));
    }

    private List<String> written(CriterionView criterion) {
        return answers(criterion).stream()
                .map(ScoreValue::text)
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .sorted()
                .toList();
    }

    private List<ScoreValue> answers(CriterionView criterion) {
        return all.stream()
                .map(scores -> scores.get(criterion.key()))
                .filter(Objects::nonNull)
                .toList();
    }
}
