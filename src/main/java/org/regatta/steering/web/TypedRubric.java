package org.regatta.steering.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.CriterionView.Option;
import org.regatta.rubric.NewRubric;

/**
 * Reads a rubric out of its form: one row of fields a criterion; rows without a label are not there.
 *
 * @param stored the criteria that the form was made of; what it does not show of them stays
 */
record TypedRubric(Typed typed, List<CriterionView> stored) {

    NewRubric rubric(String key) {
        var criteria = new ArrayList<CriterionView>();
        var keys = new ArrayList<String>();
        var labels = typed.all("label");
        for (int at = 0; at < labels.size(); at++) {
            if (!labels.get(at).isBlank()) {
                var own = criterionKey(at, keys);
                keys.add(own);
                criteria.add(criterion(at, own));
            }
        }
        if (criteria.isEmpty()) {
            throw Typed.wrong("label", "The rubric asks nothing.", "Write at least one criterion.");
        }
        return new NewRubric(key, typed.text("name"), typed.text("guidance"), criteria);
    }

    private CriterionView criterion(int at, String key) {
        var kind = kind(at);
        var before = stored.stream()
                .filter(one -> one.key().equals(key) && one.kind() == kind)
                .findFirst()
                .orElse(null);
        var number = kind == CriterionKind.NUMBER;
        // a new row shows the range of a number, whatever its kind becomes
        var points = number || (before != null && kind == CriterionKind.YES_NO);
        return new CriterionView(
                key,
                field("label", at),
                before != null && oneLine(before.guidance()).equals(field("hint", at))
                        ? before.guidance()
                        : field("hint", at),
                kind,
                kind == CriterionKind.TEXT ? BigDecimal.ZERO : orOne(decimal("weight", at)),
                before != null ? before.required() : kind != CriterionKind.TEXT,
                points ? decimal("min", at) : null,
                points ? decimal("max", at) : null,
                number ? decimal("step", at) : null,
                kind == CriterionKind.CHOICE ? options(at, before) : List.of(),
                kind == CriterionKind.TEXT && field("reader", at).equals("TEAM"));
    }

    /** As a field of one line sends it back. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]", "").strip();
    }

    private CriterionKind kind(int at) {
        try {
            return CriterionKind.valueOf(field("kind", at));
        } catch (IllegalArgumentException unknown) {
            throw Typed.wrong("kind", "This cannot be chosen.", "Choose one of the list.");
        }
    }

    /** A line each: {@code Good = 3}. An answer of a stored label keeps its value, which answers given mean. */
    private List<Option> options(int at, @Nullable CriterionView before) {
        var options = new ArrayList<Option>();
        var values = new HashMap<String, String>();
        if (before != null) {
            before.options().forEach(option -> values.put(option.label(), option.value()));
        }
        var taken = new ArrayList<>(values.values());
        for (var line :
                field("options", at).lines().filter(one -> !one.isBlank()).toList()) {
            var cut = line.lastIndexOf('=');
            var points = cut < 0 ? null : Typed.decimal("options", line.substring(cut + 1));
            if (points == null) {
                throw Typed.wrong("options", "An answer has no points.", "Write a line for each answer: Good = 3");
            }
            var label = line.substring(0, cut).strip();
            var kept = values.remove(label);
            var value = kept == null ? Typed.key(label, taken) : kept;
            taken.add(value);
            options.add(new Option(value, label, points));
        }
        return options;
    }

    /** A stored criterion keeps its key, so that scores and policies go on meaning it. */
    private String criterionKey(int at, List<String> taken) {
        var stored = field("criterion", at);
        if (!stored.isEmpty()) {
            return stored;
        }
        var key = Typed.key(field("label", at), List.of()).replace('-', '_');
        var usable = Character.isLetter(key.charAt(0)) ? key : "c_" + key;
        return taken.contains(usable) ? usable + "_" + at : usable;
    }

    private String field(String name, int at) {
        var all = typed.all(name);
        return at < all.size() ? all.get(at).strip() : "";
    }

    private @Nullable BigDecimal decimal(String name, int at) {
        return Typed.decimal(name, field(name, at));
    }

    private static BigDecimal orOne(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ONE : number;
    }
}
