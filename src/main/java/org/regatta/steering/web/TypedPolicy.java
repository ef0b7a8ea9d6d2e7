package org.regatta.steering.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.Roundings;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/**
 * Reads scoring rules out of their form, see {@link PolicyForm}. What belongs to a choice that was not made is not read; rows
 * that are empty are not there.
 */
record TypedPolicy(Typed typed) {

    /** What new rules begin with. */
    static final ScoringPolicy SUGGESTED = new ScoringPolicy(
            Aggregate.MEAN,
            ScoringPolicy.Input.POINTS,
            Correction.NONE,
            Roundings.NOWHERE,
            Map.of(),
            1,
            false,
            Advance.BY_HAND,
            List.of(TieRule.of(TieRule.Kind.HIGHER_MEDIAN), TieRule.of(TieRule.Kind.SHARE)));

    private static final String WRONG = "The scoring policy has errors; see the findings.";
    private static final Pattern TIE = Pattern.compile("policy\\.tieRules\\[(\\d+)](\\.key|\\.kind)?");
    private static final String WEIGHT = "policy.roundWeights.";

    /**
     * The rules, whether they make sense or not.
     *
     * @throws InvalidInput if a field cannot be read, or a choice is missing
     */
    ScoringPolicy policy() {
        var minimum = typed.whole("minimum");
        return new ScoringPolicy(
                aggregate(),
                typed.one(ScoringPolicy.Input.class, "input"),
                correction(),
                new Roundings(
                        rounding("mean"), rounding("corrected"), rounding("stageResult"), rounding("cumulativeResult")),
                weights(),
                minimum == null ? 1 : minimum,
                typed.checked("perCategory"),
                advance(),
                ties());
    }

    /**
     * Goes on only with rules that make sense.
     *
     * @throws InvalidInput naming each field that is wrong
     */
    ScoringPolicy sensible() {
        var policy = policy();
        var findings = policy.findings("policy");
        if (!findings.isEmpty()) {
            throw new InvalidInput(WRONG, atFields(findings));
        }
        return policy;
    }

    /** The same refusal, with its findings at the rows of the form. */
    InvalidInput atFields(InvalidInput refused) {
        return new InvalidInput(WRONG, atFields(refused.findings()));
    }

    /** Empty rows count in the form, and weights are in the order of the rounds. */
    private List<Finding> atFields(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Finding(place(finding.place()), finding.message(), finding.remedy()))
                .toList();
    }

    private String place(String place) {
        var tie = TIE.matcher(place);
        if (tie.matches()) {
            var row = filled("kind").get(Integer.parseInt(tie.group(1)));
            return "policy.tieRules[" + row + "]" + (tie.group(2) == null ? ".kind" : tie.group(2));
        }
        if (place.startsWith(WEIGHT)) {
            var row = typed.all("weightRound").indexOf(place.substring(WEIGHT.length()));
            return row < 0 ? place : "policy.roundWeights[" + row + "].weight";
        }
        return place.equals("policy.minimumEvaluations") ? "policy.minimum" : place;
    }

    private Aggregate aggregate() {
        var kind = typed.one(Aggregate.Kind.class, "aggregate");
        var trims = kind == Aggregate.Kind.TRIMMED_MEAN;
        return new Aggregate(
                kind, trims ? typed.whole("trimCount") : null, trims ? typed.decimal("trimFraction") : null);
    }

    private Correction correction() {
        return switch (typed.one(Correction.Kind.class, "correction")) {
            case NONE -> Correction.NONE;
            case CLIP -> new Correction(Correction.Kind.CLIP, typed.decimal("limit"), null, null);
            case Z_SCORE ->
                new Correction(
                        Correction.Kind.Z_SCORE, null, typed.decimal("targetMean"), typed.decimal("targetDeviation"));
        };
    }

    private @Nullable Rounding rounding(String what) {
        var decimals = typed.whole(PolicyForm.decimals(what));
        return decimals == null ? null : new Rounding(decimals, typed.one(RoundingMode.class, PolicyForm.mode(what)));
    }

    private Map<String, BigDecimal> weights() {
        var weights = new LinkedHashMap<String, BigDecimal>();
        var rounds = typed.all("weightRound");
        for (var row : filled("weight")) {
            var weight = Typed.decimal(
                    "policy.roundWeights[" + row + "].weight",
                    typed.all("weight").get(row));
            if (row < rounds.size() && weight != null) {
                weights.put(rounds.get(row), weight);
            }
        }
        return weights;
    }

    private Advance advance() {
        return switch (typed.one(Advance.Kind.class, "advance")) {
            case TOP_N -> new Advance(Advance.Kind.TOP_N, typed.whole("count"), null);
            case THRESHOLD -> new Advance(Advance.Kind.THRESHOLD, null, typed.decimal("threshold"));
            case BY_HAND -> Advance.BY_HAND;
        };
    }

    private List<TieRule> ties() {
        var ties = new ArrayList<TieRule>();
        var keys = typed.all("key");
        for (var row : filled("kind")) {
            var kind = tieKind(row);
            var about = kind == TieRule.Kind.CRITERION || kind == TieRule.Kind.EARLIER_ROUND;
            var key = row < keys.size() ? keys.get(row).strip() : "";
            ties.add(new TieRule(kind, about && !key.isEmpty() ? key : null));
        }
        return ties;
    }

    private TieRule.Kind tieKind(int row) {
        try {
            return TieRule.Kind.valueOf(typed.all("kind").get(row).strip());
        } catch (IllegalArgumentException unknown) {
            throw Typed.wrong("policy.tieRules[" + row + "].kind", "This cannot be chosen.", "Choose one of the list.");
        }
    }

    /** The rows in which a field is not empty. */
    private List<Integer> filled(String field) {
        var rows = new ArrayList<Integer>();
        var values = typed.all(field);
        for (int row = 0; row < values.size(); row++) {
            if (!values.get(row).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
