package org.regatta.steering.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.shared.PlainDecimal;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What stands in the fields of the form of scoring rules: stored rules, or what was typed. {@link TypedPolicy} reads rules
 * out of the same fields.
 */
record PolicyForm(MultiValueMap<String, String> fields) {

    /** Where a number can be rounded, as the places of findings call it. */
    static final List<String> ROUNDED = List.of("mean", "corrected", "stageResult", "cumulativeResult");

    /** How many rows of tie rules there are at least, and how many are free where more are used. */
    private static final int TIES = 5;

    private static final int FREE_TIES = 2;

    /** A row of two fields. */
    record Row(String first, String second) {}

    /**
     * Of stored rules.
     *
     * @param rounds the keys of the competition's evaluation rounds, each of which can be given a weight
     */
    static PolicyForm of(ScoringPolicy policy, List<String> rounds) {
        var fields = new LinkedMultiValueMap<String, String>();
        var aggregate = policy.aggregate();
        fields.set("input", policy.input().name());
        fields.set("aggregate", aggregate.kind().name());
        fields.set("trimCount", text(aggregate.trimCount()));
        fields.set("trimFraction", text(aggregate.trimFraction()));
        fields.set("correction", policy.correction().kind().name());
        fields.set("limit", text(policy.correction().limit()));
        fields.set("targetMean", text(policy.correction().targetMean()));
        fields.set("targetDeviation", text(policy.correction().targetDeviation()));
        var roundings = policy.rounding();
        put(fields, "mean", roundings.mean());
        put(fields, "corrected", roundings.corrected());
        put(fields, "stageResult", roundings.stageResult());
        put(fields, "cumulativeResult", roundings.cumulativeResult());
        var weighted = new LinkedHashSet<>(rounds);
        weighted.addAll(policy.roundWeights().keySet());
        weighted.forEach(round -> {
            fields.add("weightRound", round);
            fields.add("weight", text(policy.roundWeights().get(round)));
        });
        fields.set("minimum", text(policy.minimumEvaluations()));
        if (policy.perCategory()) {
            fields.set("perCategory", "on");
        }
        fields.set("advance", policy.advance().kind().name());
        fields.set("count", text(policy.advance().count()));
        fields.set("threshold", text(policy.advance().threshold()));
        for (var rule : policy.tieRules()) {
            fields.add("kind", rule.kind().name());
            fields.add("key", Objects.requireNonNullElse(rule.key(), ""));
        }
        return new PolicyForm(fields);
    }

    /** Empty where there is none. */
    public String value(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "");
    }

    /** Whether a box is ticked. */
    public boolean checked(String field) {
        return fields.containsKey(field);
    }

    /** Where a number can be rounded. */
    public List<String> rounded() {
        return ROUNDED;
    }

    /** The ways to round that refuse nothing. */
    public List<RoundingMode> modes() {
        return Stream.of(RoundingMode.values())
                .filter(mode -> mode != RoundingMode.UNNECESSARY)
                .sorted((one, other) -> Boolean.compare(other == RoundingMode.HALF_UP, one == RoundingMode.HALF_UP))
                .toList();
    }

    /** Rounds and their weights; empty for one that does not count. */
    public List<Row> weights() {
        return rows("weightRound", "weight", 0);
    }

    /** Tie rules and what each is about, in their order, with room for more. */
    public List<Row> ties() {
        var used = fields.getOrDefault("kind", List.of()).stream()
                .filter(kind -> !kind.isBlank())
                .count();
        return rows("kind", "key", Math.max(TIES, (int) used + FREE_TIES));
    }

    /** The kinds of tie rules. */
    public TieRule.Kind[] tieKinds() {
        return TieRule.Kind.values();
    }

    private List<Row> rows(String first, String second, int atLeast) {
        var firsts = fields.getOrDefault(first, List.of());
        var seconds = fields.getOrDefault(second, List.of());
        var rows = new ArrayList<Row>();
        for (int at = 0; at < Math.max(firsts.size(), atLeast); at++) {
            rows.add(new Row(at(firsts, at), at(seconds, at)));
        }
        return rows;
    }

    private static String at(List<String> values, int at) {
        return at < values.size() ? values.get(at) : "";
    }

    private static void put(Map<String, List<String>> fields, String what, @Nullable Rounding rounding) {
        fields.put(decimals(what), List.of(rounding == null ? "" : String.valueOf(rounding.decimals())));
        fields.put(mode(what), List.of((rounding == null ? RoundingMode.HALF_UP : rounding.mode()).name()));
    }

    /** The field of how many decimals a number is rounded to, by the place of its findings. */
    static String decimals(String what) {
        return "policy.rounding." + what + ".decimals";
    }

    /** The field of which way a number is rounded. */
    static String mode(String what) {
        return "policy.rounding." + what + ".mode";
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : PlainDecimal.of(number).toPlainString();
    }
}
