package org.regatta.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.Roundings;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

class ScoringPolicyTest {

    private final ScoringPolicyDocuments documents = new ScoringPolicyDocuments();

    @Test
    void readsAnEmptyDocumentAsThePlainMean() throws JsonProcessingException {
        assertThat(read("{}")).isEqualTo(ScoringPolicy.plainMean());
    }

    @Test
    void readsWhatItWrote() throws JsonProcessingException {
        var policy = read("""
                {"aggregate": {"kind": "TRIMMED_MEAN", "trimFraction": 0.10},
                 "input": "RANKS",
                 "correction": {"kind": "CLIP", "limit": "2.50"},
                 "rounding": {"stageResult": {"decimals": 2, "mode": "HALF_EVEN"}},
                 "roundWeights": {"semi": 0.30, "final": 0.70},
                 "minimumEvaluations": 3,
                 "perCategory": true,
                 "advance": {"kind": "THRESHOLD", "threshold": 12.5},
                 "tieRules": [{"kind": "CRITERION", "key": "impact"}, {"kind": "SHARE"}]}""");

        assertThat(documents.restore(documents.write(policy))).isEqualTo(policy);
        assertThat(policy.roundWeights()).containsEntry("semi", new BigDecimal("0.30"));
        assertThat(policy.roundWeights().keySet()).containsExactly("semi", "final");
        assertThat(policy.correction()).isEqualTo(Correction.clip(new BigDecimal("2.50")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"aggregate": {"kind": "AVERAGE"}}                                     | policy.aggregate.kind
            {"aggregate": {}}                                                      | policy.aggregate.kind
            {"aggregate": {"kind": "MEAN", "trimCount": 1}}                        | policy.aggregate.trimCount
            {"aggregate": {"kind": "MEDIAN", "trimFraction": 0.1}}                 | policy.aggregate.trimFraction
            {"aggregate": {"kind": "TRIMMED_MEAN"}}                                | policy.aggregate.trimCount
            {"aggregate": {"kind": "TRIMMED_MEAN", "trimCount": 0}}                | policy.aggregate.trimCount
            {"aggregate": {"kind": "TRIMMED_MEAN", "trimCount": 1.5}}              | policy.aggregate.trimCount
            {"aggregate": {"kind": "TRIMMED_MEAN", "trimFraction": 0.5}}           | policy.aggregate.trimFraction
            {"aggregate": {"kind": "TRIMMED_MEAN", "trimFraction": 0}}             | policy.aggregate.trimFraction
            {"aggregate": {"kind": "TRIMMED_MEAN", "trimCount": 1, "trimFraction": 0.1}} | policy.aggregate.trimCount
            {"input": "STARS"}                                                     | policy.input
            {"input": 1}                                                           | policy.input
            {"correction": {"limit": 2}}                                           | policy.correction.kind
            {"correction": {"kind": "CLIP"}}                                       | policy.correction.limit
            {"correction": {"kind": "CLIP", "limit": 0}}                           | policy.correction.limit
            {"correction": {"kind": "CLIP", "limit": -1}}                          | policy.correction.limit
            {"correction": {"kind": "CLIP", "limit": "two"}}                       | policy.correction.limit
            {"correction": {"kind": "CLIP", "limit": 1e999999999}}                 | policy.correction.limit
            {"correction": {"kind": "CLIP", "limit": 1e-999999999}}                | policy.correction.limit
            {"correction": {"kind": "CLIP", "limit": 2, "targetMean": 1}}          | policy.correction.targetMean
            {"correction": {"kind": "NONE", "limit": 2}}                           | policy.correction.limit
            {"correction": {"kind": "Z_SCORE", "targetMean": 50}}                  | policy.correction.targetDeviation
            {"correction": {"kind": "Z_SCORE", "targetDeviation": 5}}              | policy.correction.targetMean
            {"correction": {"kind": "Z_SCORE", "targetMean": 5, "targetDeviation": 0}} | policy.correction.targetDeviation
            {"rounding": {"mean": {"decimals": 2}}}                                | policy.rounding.mean.mode
            {"rounding": {"mean": {"decimals": 11, "mode": "UP"}}}                 | policy.rounding.mean.decimals
            {"rounding": {"corrected": {"decimals": -1, "mode": "UP"}}}            | policy.rounding.corrected.decimals
            {"rounding": {"stageResult": {"decimals": 2, "mode": "UNNECESSARY"}}}  | policy.rounding.stageResult.mode
            {"rounding": {"cumulativeResult": {"decimals": 2, "mode": "NEAREST"}}} | policy.rounding.cumulativeResult.mode
            {"roundWeights": {"semi": 0}}                                          | policy.roundWeights.semi
            {"roundWeights": {"semi": -0.1}}                                       | policy.roundWeights.semi
            {"roundWeights": {"semi": null}}                                       | policy.roundWeights.semi
            {"minimumEvaluations": -1}                                             | policy.minimumEvaluations
            {"minimumEvaluations": 1001}                                           | policy.minimumEvaluations
            {"advance": {}}                                                        | policy.advance.kind
            {"advance": {"kind": "TOP_N"}}                                         | policy.advance.count
            {"advance": {"kind": "TOP_N", "count": 0}}                             | policy.advance.count
            {"advance": {"kind": "TOP_N", "count": 3, "threshold": 1}}             | policy.advance.threshold
            {"advance": {"kind": "THRESHOLD"}}                                     | policy.advance.threshold
            {"advance": {"kind": "BY_HAND", "count": 3}}                           | policy.advance.count
            {"tieRules": [null]}                                                   | policy.tieRules[0]
            {"tieRules": [{}]}                                                     | policy.tieRules[0].kind
            {"tieRules": [{"kind": "CRITERION"}]}                                  | policy.tieRules[0].key
            {"tieRules": [{"kind": "SHARE"}, {"kind": "EARLIER_ROUND", "key": ""}]} | policy.tieRules[0]
            {"tieRules": [{"kind": "SHARE", "key": "x"}]}                          | policy.tieRules[0].key
            {"tieRules": [{"kind": "HIGHER_MEDIAN"}, {"kind": "HIGHER_MEDIAN"}]}   | policy.tieRules[1]
            {"tieRules": [{"kind": "COIN"}]}                                       | policy.tieRules[0].kind
            {"agregate": {"kind": "MEAN"}}                                         | policy.agregate
            []                                                                     | policy
            """)
    void namesTheFieldThatIsWrong(String document, String place) {
        var refusal = catchThrowableOfType(InvalidInput.class, () -> read(document));

        assertThat(refusal).isNotNull();
        assertThat(refusal.findings()).first().extracting(Finding::place).isEqualTo(place);
        assertThat(refusal.findings()).allSatisfy(finding -> {
            assertThat(finding.message()).endsWith(".");
            assertThat(finding.remedy()).endsWith(".");
        });
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> read("{\"correction\": {\"kind\": \"CLIP\"}, \"advance\": {\"kind\": \"TOP_N\"}}"));

        assertThat(refusal.findings())
                .extracting(Finding::place)
                .containsExactly("policy.correction.limit", "policy.advance.count");
    }

    @Test
    void findsNothingWrongWithSoundRules() {
        var cents = new Rounding(2, RoundingMode.HALF_UP);
        var plain = ScoringPolicy.plainMean();

        var policy = new ScoringPolicy(
                Aggregate.trimmedBy(1),
                plain.input(),
                Correction.standardise(new BigDecimal("50"), new BigDecimal("10")),
                new Roundings(cents, cents, cents, cents),
                plain.roundWeights(),
                3,
                true,
                Advance.top(20),
                plain.tieRules());

        assertThat(policy.findings("policy")).isEmpty();
        assertThat(plain.findings("policy")).isEmpty();
    }

    private ScoringPolicy read(String document) throws JsonProcessingException {
        var json = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        return documents.read(json.readTree(document), "policy");
    }
}
