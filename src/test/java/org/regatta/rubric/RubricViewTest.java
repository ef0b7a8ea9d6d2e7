package org.regatta.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.rubric.CriterionView.choice;
import static org.regatta.rubric.CriterionView.number;
import static org.regatta.rubric.CriterionView.text;
import static org.regatta.rubric.CriterionView.yesNo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.rubric.CriterionView.Option;
import org.regatta.shared.Finding;

class RubricViewTest {

    private static final RubricView POINTS = rubric(points("points", "1", "1", "25", "0.5"));

    @ParameterizedTest
    @CsvSource({"14, 14", "14.50, 14.5", "25, 25", "1, 1", "10, 10"})
    void takesTheOnlyCriterionThatCountsAsItIs(String score, BigDecimal total) {
        assertThat(POINTS.total(Map.of("points", ScoreValue.of(score)))).isEqualTo(total);
    }

    @Test
    void takesTheOnlyCriterionThatCountsAsItIsWhateverItsWeight() {
        var rubric = rubric(
                points("points", "0.3", "1", "25", "1"),
                text("remarks", "Remarks"),
                points("aside", "0", "0", "9", "1"));

        var total = rubric.total(Map.of(
                "points", ScoreValue.of("17"), "remarks", ScoreValue.written("clear"), "aside", ScoreValue.of("9")));

        assertThat(total).isEqualTo(new BigDecimal("17"));
    }

    @Test
    void staysOnTheScaleThatAllCriteriaShare() {
        var rubric = rubric(points("a", "2", "0", "10", "1"), points("b", "1", "0.0", "10.00", null));

        var total = rubric.total(Map.of("a", ScoreValue.of("7"), "b", ScoreValue.of("10")));

        assertThat(total).isEqualTo(new BigDecimal("8"));
    }

    @Test
    void bringsDifferentScalesToAHundred() {
        var rubric = rubric(
                points("craft", "2", "1", "5", "1"),
                choice("style", "Style", new BigDecimal("1"), List.of(option("poor", "-2"), option("good", "6"))),
                yesNo("complete", "Complete", new BigDecimal("1")));

        // (4−1)/4 = 75 twice, (6+2)/8 = 100, yes = 100: (150 + 100 + 100) / 4
        var total = rubric.total(Map.of(
                "craft", ScoreValue.of("4"), "style", ScoreValue.chosen("good"), "complete", ScoreValue.of(true)));

        assertThat(total).isEqualTo(new BigDecimal("87.5"));
    }

    @Test
    void leavesOutWhatIsUnansweredWithItsWeight() {
        var rubric = rubric(
                points("a", "3", "0", "10", "1"),
                points("b", "1", "0", "10", "1").optional());

        assertThat(rubric.total(Map.of("a", ScoreValue.of("6")))).isEqualTo(new BigDecimal("6"));
    }

    @Test
    void keepsTheScaleWhenOnlyOneOfDifferentScalesIsAnswered() {
        var rubric = rubric(
                points("a", "1", "0", "10", "1"),
                points("b", "1", "0", "4", "1").optional());

        assertThat(rubric.total(Map.of("a", ScoreValue.of("6")))).isEqualTo(new BigDecimal("60"));
    }

    @Test
    void roundsOnceHalfUpAtTheSixthDecimal() {
        var thirds = rubric(
                points("a", "1", "0", "3", "1"), points("b", "1", "0", "3", "1"), points("c", "1", "0", "3", "1"));

        assertThat(thirds.total(Map.of("a", ScoreValue.of("1"), "b", ScoreValue.of("1"), "c", ScoreValue.of("0"))))
                .isEqualTo(new BigDecimal("0.666667"));

        // each share alone would be cut: 1/3·100 + 1/7·100, halved, is 23.8095238…
        var uneven = rubric(points("a", "1", "0", "3", "1"), points("b", "1", "0", "7", "1"));
        assertThat(uneven.total(Map.of("a", ScoreValue.of("1"), "b", ScoreValue.of("1"))))
                .isEqualTo(new BigDecimal("23.809524"));
    }

    @Test
    void hasNoTotalWhereNothingCounts() {
        assertThat(rubric(text("remarks", "Remarks")).total(Map.of("remarks", ScoreValue.written("fine"))))
                .isNull();
        assertThat(rubric(text("remarks", "Remarks")).findings(Map.of())).isEmpty();
    }

    @Test
    void findsNothingInValidScores() {
        assertThat(POINTS.findings(Map.of("points", ScoreValue.of("24.5")))).isEmpty();
        assertThat(POINTS.draftFindings(Map.of("points", ScoreValue.of("24.5"))))
                .isEmpty();
    }

    @Test
    void findsWhatIsMissing() {
        assertThat(POINTS.findings(Map.of()))
                .containsExactly(new Finding("scores.points", "This is not answered.", "Answer it before handing in."));
        assertThat(POINTS.findings(Map.of("points", ScoreValue.written("  ")))).hasSize(1);
        assertThat(POINTS.draftFindings(Map.of())).isEmpty();
    }

    @Test
    void asksForAtLeastOneAnswerThatCounts() {
        var rubric = rubric(
                points("a", "1", "0", "3", "1").optional(),
                points("b", "1", "0", "3", "1").optional());

        assertThat(rubric.findings(Map.of())).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("scores");
            assertThat(finding.remedy()).contains("abstain");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, out of range",
        "25.5, out of range",
        "-3, out of range",
        "14.25, between two steps",
        "14.000001, between two steps"
    })
    void findsNumbersOffTheScale(String score, String message) {
        var findings = POINTS.findings(Map.of("points", ScoreValue.of(score)));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("scores.points");
            assertThat(finding.message()).contains(message).contains(score);
            assertThat(finding.remedy()).isEqualTo("Give a number from 1 to 25 in steps of 0.5.");
        });
        assertThat(POINTS.draftFindings(Map.of("points", ScoreValue.of(score)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1234567890123", "1.0000001", "-9e12"})
    void findsNumbersNoColumnHolds(String score) {
        var scores = Map.of("points", ScoreValue.of(score));

        assertThat(POINTS.findings(scores))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("too many digits"));
        assertThat(POINTS.draftFindings(scores)).hasSize(1);
    }

    @Test
    void findsAnswersOfAnotherKind() {
        var rubric = rubric(
                points("points", "1", "0", "10", null),
                choice("style", "Style", BigDecimal.ONE, List.of(option("poor", "0"), option("good", "1"))),
                yesNo("complete", "Complete", BigDecimal.ONE),
                text("remarks", "Remarks"));

        var findings = rubric.findings(Map.of(
                "points", ScoreValue.written("1o"),
                "style", ScoreValue.chosen("superb"),
                "complete", ScoreValue.written("maybe"),
                "remarks", ScoreValue.of(true),
                "charm", ScoreValue.of("3")));

        assertThat(findings)
                .extracting(Finding::place)
                .containsExactly("scores.charm", "scores.points", "scores.style", "scores.complete", "scores.remarks");
        assertThat(findings)
                .extracting(Finding::remedy)
                .anyMatch(remedy -> remedy.equals("Choose one of: poor, good."));
    }

    @Test
    void findsTextsThatAreTooLongOrUnstorable() {
        var rubric = rubric(text("remarks", "Remarks"));

        assertThat(rubric.draftFindings(Map.of("remarks", ScoreValue.written("x".repeat(10_000)))))
                .isEmpty();
        assertThat(rubric.draftFindings(Map.of("remarks", ScoreValue.written("x".repeat(10_001)))))
                .hasSize(1);
        assertThat(rubric.draftFindings(Map.of("remarks", ScoreValue.written("x\0"))))
                .hasSize(1);
    }

    @Test
    void readsNumbersTypedWithACommaAndLeavesTextsAlone() {
        var rubric = rubric(points("points", "1", "1", "25", "0.5"), text("remarks", "Remarks"));

        assertThat(rubric.scores(Map.of("points", " 7,5 ", "remarks", "7,5")))
                .containsEntry("points", ScoreValue.of("7.5"))
                .containsEntry("remarks", ScoreValue.written("7,5"));
    }

    @Test
    void readsPlainAnswersByTheirCriterion() {
        var rubric = rubric(
                points("points", "1", "0", "10", null),
                choice("style", "Style", BigDecimal.ONE, List.of(option("1", "0"), option("2", "1"))),
                yesNo("complete", "Complete", BigDecimal.ONE),
                text("remarks", "Remarks"));

        var scores = rubric.scores(Map.of("points", "7.50", "style", 2, "complete", "no", "remarks", "true"));

        assertThat(scores)
                .containsEntry("points", ScoreValue.of("7.5"))
                .containsEntry("style", ScoreValue.chosen("2"))
                .containsEntry("complete", ScoreValue.of(false))
                .containsEntry("remarks", ScoreValue.written("true"));
        assertThat(rubric.scores(Map.of("points", Map.of("number", new BigDecimal("7.5")))))
                .containsEntry("points", ScoreValue.of("7.5"));
        assertThat(rubric.scores(Map.of("points", " "))).isEmpty();
        assertThat(rubric.findings(rubric.scores(Map.of("points", "NaN", "style", "1", "complete", true))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("This is not a number."));
        assertThat(rubric.scores(Map.of("points", Double.NaN))).containsEntry("points", ScoreValue.written("NaN"));
    }

    private static CriterionView points(String key, String weight, String min, String max, String step) {
        return number(
                key,
                "Label of " + key,
                new BigDecimal(weight),
                new BigDecimal(min),
                new BigDecimal(max),
                step == null ? null : new BigDecimal(step));
    }

    private static Option option(String value, String points) {
        return new Option(value, value, new BigDecimal(points));
    }

    private static RubricView rubric(CriterionView... criteria) {
        return new RubricView(UUID.randomUUID(), UUID.randomUUID(), "rubric", "Rubric", "", List.of(criteria), 0);
    }
}
