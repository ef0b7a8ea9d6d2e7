package org.regatta.imports.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.bundle.CompetitionPlan.Rubric;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.Spot;
import org.regatta.imports.text.YamlMap;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.CriterionView.Option;

/** Reads rubrics and their criteria. */
final class RubricsReader {

    private static final int WEIGHT_DIGITS = 12;
    private static final int GUIDANCE = 10_000;
    private static final int MAX_OPTIONS = 50;
    private static final int MAX_VALUE = 60;

    private final Findings findings;

    RubricsReader(Findings findings) {
        this.findings = findings;
    }

    List<Rubric> read(YamlMap root) {
        var rubrics = new ArrayList<Rubric>();
        for (var rubric : root.maps("rubrics", false)) {
            rubric.allow("key", "name", "guidance", "criteria");
            rubrics.add(new Rubric(
                    rubric.key("key"),
                    rubric.text("name", PlanReader.NAME),
                    rubric.prose("guidance", GUIDANCE),
                    criteria(rubric),
                    rubric.spot("key")));
        }
        return rubrics;
    }

    private List<CriterionView> criteria(YamlMap rubric) {
        var criteria = new ArrayList<CriterionView>();
        var spots = new HashMap<String, Spot>();
        boolean counts = false;
        for (var source : rubric.maps("criteria", true)) {
            var criterion = criterion(source);
            var key = criterion.key();
            var first = spots.putIfAbsent(key, source.spot("key"));
            if (first != null && !key.isEmpty()) {
                findings.twice(source.spot("key"), "criterion", key, first);
            }
            counts |= criterion.weight().signum() > 0;
            criteria.add(criterion);
        }
        if (!criteria.isEmpty() && !counts) {
            findings.add(
                    rubric.spot("criteria"),
                    "No criterion of this rubric counts.",
                    "Give at least one criterion that is not a TEXT a weight above 0.");
        }
        return criteria;
    }

    private CriterionView criterion(YamlMap source) {
        source.allow(
                "key", "label", "guidance", "kind", "weight", "required", "min", "max", "step", "options", "forTeam");
        var kind = source.oneOf("kind", CriterionKind.class);
        if (kind == null) {
            return CriterionView.text(source.criterionKey("key"), source.text("label", PlanReader.NAME));
        }
        if (kind != CriterionKind.NUMBER) {
            source.refuse("only a NUMBER has steps.", "step");
        }
        if (kind != CriterionKind.NUMBER && kind != CriterionKind.YES_NO) {
            source.refuse("only a NUMBER and a YES_NO have a scale.", "min", "max");
        }
        if (kind != CriterionKind.CHOICE) {
            source.refuse("only a CHOICE has options.", "options");
        }
        if (kind != CriterionKind.TEXT) {
            source.refuse("only a TEXT is written to the team.", "forTeam");
        }
        var criterion = new CriterionView(
                source.criterionKey("key"),
                source.text("label", PlanReader.NAME),
                source.prose("guidance", GUIDANCE),
                kind,
                weight(source, kind),
                source.flag("required", kind != CriterionKind.TEXT),
                bound(source, kind, "min"),
                bound(source, kind, "max"),
                source.has("step") ? source.number("step") : null,
                kind == CriterionKind.CHOICE ? options(source) : List.of(),
                source.flag("forTeam", false));
        checkScale(criterion, source);
        return criterion;
    }

    private static @Nullable BigDecimal bound(YamlMap source, CriterionKind kind, String key) {
        return kind == CriterionKind.NUMBER || source.has(key) ? source.number(key) : null;
    }

    private BigDecimal weight(YamlMap source, CriterionKind kind) {
        boolean text = kind == CriterionKind.TEXT;
        var weight = source.number("weight", WEIGHT_DIGITS, text ? BigDecimal.ZERO : BigDecimal.ONE);
        if (weight.signum() < 0) {
            findings.add(source.spot("weight"), "A weight cannot be negative.", "Write 0 or more.");
        } else if (text && weight.signum() > 0) {
            findings.add(source.spot("weight"), "A TEXT has no points and no weight.", "Remove the weight.");
        }
        return weight;
    }

    private void checkScale(CriterionView criterion, YamlMap source) {
        var min = criterion.min();
        var max = criterion.max();
        var step = criterion.step();
        if (criterion.kind() != CriterionKind.NUMBER
                || min == null
                || max == null
                || !source.has("min")
                || !source.has("max")) {
            return;
        }
        if (max.compareTo(min) <= 0) {
            findings.add(source.spot("max"), "The highest value is not above the lowest.", "Write a greater max.");
        } else if (step == null) {
            return;
        } else if (step.signum() <= 0) {
            findings.add(source.spot("step"), "A step must be above 0.", "Write 1 for whole numbers, 0.5 for halves.");
        } else if (max.subtract(min).remainder(step).signum() != 0) {
            findings.add(
                    source.spot("step"),
                    "Steps of " + step.toPlainString() + " do not lead from " + min.toPlainString() + " to "
                            + max.toPlainString() + ".",
                    "Choose a step that divides the scale.");
        }
    }

    private List<Option> options(YamlMap source) {
        var options = new ArrayList<Option>();
        var spots = new HashMap<String, Spot>();
        for (var option : source.maps("options", true)) {
            option.allow("value", "label", "points");
            var value = option.text("value", MAX_VALUE);
            var first = spots.putIfAbsent(value, option.spot("value"));
            if (first != null && !value.isEmpty()) {
                findings.twice(option.spot("value"), "option", value, first);
            }
            options.add(new Option(value, option.text("label", PlanReader.NAME), option.number("points")));
        }
        if (source.has("options") && (options.size() < 2 || options.size() > MAX_OPTIONS)) {
            findings.add(
                    source.spot("options"),
                    "A CHOICE has from 2 to " + MAX_OPTIONS + " options.",
                    "Add or remove some.");
        }
        return options;
    }
}
