package org.regatta.imports.bundle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.bundle.Bundle.Score;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.Spot;
import org.regatta.rubric.CriterionView;

/** Whether the scores of a competition judged elsewhere could have been given here. */
final class ScoresCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final int MAX_TEXT = 10_000;

    private final CompetitionPlan plan;
    private final TablesCheck tables;
    private final Findings findings;

    ScoresCheck(CompetitionPlan plan, TablesCheck tables, Findings findings) {
        this.plan = plan;
        this.tables = tables;
        this.findings = findings;
    }

    void check(List<Score> rows) {
        Map<String, Spot> first = new HashMap<>();
        for (var row : rows) {
            var jury = tables.juror(row.spot(), row.jury(), row.juror());
            boolean known = tables.project(row.spot(), row.project()) & tables.evaluation(row.spot(), row.round());
            if (jury == null || !known) {
                continue;
            }
            var key = String.join("\n", row.round(), row.project(), jury, row.juror(), scored(row));
            var before = first.putIfAbsent(key, row.spot());
            if (before != null) {
                findings.twice(row.spot(), "score of juror", row.juror(), before);
            }
            if (!tables.sits(row.round(), jury, row.project())) {
                findings.add(
                        row.spot(),
                        "The jury " + Findings.quoted(jury) + " does not evaluate this project in this round.",
                        "Correct the juror, or seat the jury in the round.");
            } else {
                value(row, jury);
            }
        }
    }

    private void value(Score row, String jury) {
        boolean recused = tables.recused(row.round(), row.project(), jury, row.juror());
        if (recused && !row.value().isEmpty()) {
            findings.add(
                    row.spot(),
                    "The juror " + Findings.quoted(row.juror()) + " is recused here and cannot have given a score.",
                    "Empty the cell, or remove the recusal.");
            return;
        }
        var criterion = criterion(row);
        if (recused || criterion == null) {
            return;
        }
        if (row.value().isEmpty()) {
            if (criterion.required()) {
                findings.add(row.spot(), "The score is missing.", "Fill it in, or add a row to recusals.csv.");
            }
            return;
        }
        var wrong = wrong(criterion, row.value());
        if (wrong != null) {
            findings.add(row.spot(), Findings.quoted(row.value()) + " is no score here.", wrong);
        }
    }

    /** What the row is stored under: a rubric of one criterion does not need it named. */
    private String scored(Score row) {
        var round = plan.round(row.round());
        var rubric = round == null ? null : plan.rubric(round.rubric());
        var key = row.criterion();
        if (key == null && rubric != null && rubric.criteria().size() == 1) {
            return rubric.criteria().getFirst().key();
        }
        return key == null ? "" : key;
    }

    private @Nullable CriterionView criterion(Score row) {
        var round = plan.round(row.round());
        var rubric = round == null ? null : plan.rubric(round.rubric());
        if (rubric == null) {
            return null;
        }
        var key = row.criterion();
        if (key == null && rubric.criteria().size() == 1) {
            return rubric.criteria().getFirst();
        }
        var keys = rubric.criteria().stream().map(CriterionView::key).toList();
        if (key == null) {
            findings.add(
                    row.spot(),
                    "The row does not say which criterion was scored.",
                    "Fill in the column \"criterion\": " + String.join(", ", keys) + ".");
            return null;
        }
        int index = keys.indexOf(key);
        if (index < 0) {
            findings.unknown(row.spot(), "criterion", key, keys);
            return null;
        }
        return rubric.criteria().get(index);
    }

    /** What to write instead; null if the value is right. */
    private static @Nullable String wrong(CriterionView criterion, String value) {
        return switch (criterion.kind()) {
            case NUMBER ->
                NUMBER.matcher(value).matches() && onScale(criterion, new BigDecimal(value))
                        ? null
                        : "Write a number from " + plain(criterion.min()) + " to " + plain(criterion.max())
                                + (criterion.step() == null ? "" : " in steps of " + plain(criterion.step()))
                                + ", with a point before decimals.";
            case CHOICE ->
                criterion.options().stream().anyMatch(option -> option.value().equals(value))
                        ? null
                        : "Write one of "
                                + String.join(
                                        ", ",
                                        criterion.options().stream()
                                                .map(CriterionView.Option::value)
                                                .toList())
                                + ".";
            case YES_NO -> value.equals("yes") || value.equals("no") ? null : "Write yes or no.";
            case TEXT ->
                value.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')
                                || value.length() > MAX_TEXT
                        ? "Write at most " + MAX_TEXT + " characters without control characters."
                        : null;
        };
    }

    private static boolean onScale(CriterionView criterion, BigDecimal value) {
        var min = criterion.min();
        var max = criterion.max();
        var step = criterion.step();
        if (min == null || max == null) {
            return true;
        }
        return value.compareTo(min) >= 0
                && value.compareTo(max) <= 0
                && (step == null
                        || step.signum() <= 0
                        || value.subtract(min).remainder(step).signum() == 0);
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "?" : number.toPlainString();
    }
}
