package org.regatta.steering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.Roundings;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class TypedPolicyTest {

    private static final List<String> ROUNDS = List.of("stage-1", "stage-2", "final");

    @Test
    void readsWhateverRulesCanSayBackOutOfItsForm() {
        var weights = new LinkedHashMap<String, BigDecimal>();
        weights.put("stage-1", new BigDecimal("0.3"));
        weights.put("final", new BigDecimal("0.7"));
        weights.put("elsewhere", BigDecimal.ONE);
        var all = new ScoringPolicy(
                Aggregate.trimmedBy(new BigDecimal("0.125")),
                Input.RANKS,
                Correction.standardise(new BigDecimal("50"), new BigDecimal("10.5")),
                new Roundings(
                        new Rounding(3, RoundingMode.HALF_EVEN),
                        new Rounding(0, RoundingMode.FLOOR),
                        new Rounding(2, RoundingMode.HALF_UP),
                        null),
                weights,
                2,
                true,
                Advance.from(new BigDecimal("7.25")),
                List.of(
                        new TieRule(TieRule.Kind.EARLIER_ROUND, "stage-1"),
                        new TieRule(TieRule.Kind.CRITERION, "idea"),
                        new TieRule(TieRule.Kind.CRITERION, "reach"),
                        TieRule.of(TieRule.Kind.HIGHER_STAGE_RESULT),
                        TieRule.of(TieRule.Kind.SMALLER_SPREAD),
                        TieRule.of(TieRule.Kind.BY_HAND)));

        for (var rules : List.of(
                all,
                ScoringPolicy.plainMean(),
                TypedPolicy.SUGGESTED,
                with(Aggregate.trimmedBy(2), Correction.clip(new BigDecimal("3")), Advance.top(12)),
                with(Aggregate.MEDIAN, Correction.Z_SCORE, Advance.BY_HAND))) {
            assertThat(read(PolicyForm.of(rules, ROUNDS).fields()).sensible()).isEqualTo(rules);
        }
    }

    @Test
    void leavesOutWhatBelongsToAChoiceThatWasNotMade() {
        var fields = fields();
        fields.set("limit", "far");
        fields.set("trimCount", "many");
        fields.set("count", "all");
        fields.set("threshold", "high");
        fields.put("kind", List.of("", "HIGHER_MEDIAN", "SHARE"));
        fields.put("key", List.of("", "idea"));

        assertThat(read(fields).sensible().tieRules())
                .containsExactly(TieRule.of(TieRule.Kind.HIGHER_MEDIAN), TieRule.of(TieRule.Kind.SHARE));
    }

    @Test
    void namesTheRowOfTheForm() {
        var fields = fields();
        fields.put("kind", List.of("SHARE", "", "CRITERION"));
        fields.put("key", List.of("", "", ""));
        fields.put("weightRound", List.of("stage-1", "stage-2"));
        fields.put("weight", List.of("", "-1"));
        fields.set("policy.rounding.mean.decimals", "11");

        assertThatThrownBy(() -> read(fields).sensible())
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings().stream().map(Finding::place))
                                .containsExactly(
                                        "policy.rounding.mean.decimals",
                                        "policy.roundWeights[1].weight",
                                        "policy.tieRules[0].kind",
                                        "policy.tieRules[2].key"));
        fields.put("weight", List.of("", "much"));
        assertThatThrownBy(() -> read(fields).policy())
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding ->
                                        assertThat(finding.place()).isEqualTo("policy.roundWeights[1].weight")));
    }

    @Test
    void hasRoomForMoreTieRulesAndFieldsForWhateverWasSent() {
        var fields = fields();
        fields.put("kind", List.of("HIGHER_MEDIAN", "", "", "", "", "SHARE"));
        fields.put("weightRound", List.of("stage-1"));
        fields.remove("weight");
        var form = new PolicyForm(fields);

        assertThat(form.ties()).hasSize(6);
        assertThat(form.weights()).containsExactly(new PolicyForm.Row("stage-1", ""));
        assertThat(read(fields).policy().roundWeights()).isEmpty();
        assertThat(form.modes()).startsWith(RoundingMode.HALF_UP).hasSize(7);
    }

    private static ScoringPolicy with(Aggregate aggregate, Correction correction, Advance advance) {
        return new ScoringPolicy(
                aggregate, Input.POINTS, correction, Roundings.NOWHERE, Map.of(), 1, false, advance, List.of());
    }

    private static MultiValueMap<String, String> fields() {
        return new LinkedMultiValueMap<>(
                PolicyForm.of(TypedPolicy.SUGGESTED, ROUNDS).fields());
    }

    private static TypedPolicy read(MultiValueMap<String, String> fields) {
        return new TypedPolicy(new Typed(fields));
    }
}
