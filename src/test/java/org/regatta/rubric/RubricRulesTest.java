package org.regatta.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regatta.rubric.CriterionView.Option;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

class RubricRulesTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TEN = BigDecimal.TEN;

    @Test
    void takesARubricThatMakesSense() {
        var rubric = new NewRubric(
                "stage-1",
                "Stage 1",
                "Listen.",
                List.of(
                        CriterionView.number("points", "Points", ONE, ONE, new BigDecimal("25"), ONE),
                        CriterionView.choice(
                                "style", "Style", ONE, List.of(new Option("a", "A", ONE), new Option("b", "B", TEN))),
                        CriterionView.yesNo("complete", "Complete", ONE),
                        CriterionView.text("remarks", "Remarks")));

        assertThatCode(() -> RubricRules.check(rubric)).doesNotThrowAnyException();
    }

    @Test
    void namesTheKeyAndTheNameThatCannotBe() {
        assertThat(places(new NewRubric("Stage 1", " ", "\0", List.of(points("points", ONE, TEN, ONE)))))
                .containsExactly("key", "name", "guidance");
        assertThat(places(new NewRubric("stage-1", "Stage 1", "", List.of()))).containsExactly("criteria");
        assertThat(places(new NewRubric(
                        "stage-1", "Stage 1", "", Collections.nCopies(51, points("points", ONE, TEN, ONE)))))
                .contains("criteria", "criteria[50].key");
    }

    @Test
    void namesScalesThatAreNone() {
        assertThat(places(points("a", TEN, ONE, null))).containsExactly("criteria[0].max");
        assertThat(places(points("a", ONE, TEN, new BigDecimal("-1")))).containsExactly("criteria[0].step");
        assertThat(places(points("a", ONE, TEN, new BigDecimal("2")))).containsExactly("criteria[0].step");
        assertThat(places(points("a", null, TEN, null))).containsExactly("criteria[0].min");
        assertThat(places(points("a", ONE, new BigDecimal("1e13"), null))).containsExactly("criteria[0].max");
    }

    @Test
    void namesChoicesWithoutAChoice() {
        assertThat(places(CriterionView.choice("a", "A", ONE, List.of(new Option("x", "X", ONE)))))
                .containsExactly("criteria[0].options", "criteria[0].options");
        assertThat(places(CriterionView.choice(
                        "a", "A", ONE, List.of(new Option("x", "X", ONE), new Option("x", "", TEN)))))
                .containsExactly("criteria[0].options[1].label", "criteria[0].options[1].value");
    }

    @Test
    void namesKeysThatCannotBeAFormsField() {
        assertThat(places(points("my-points", ONE, TEN, null))).containsExactly("criteria[0].key");
        assertThat(places(points("comment", ONE, TEN, null))).containsExactly("criteria[0].key");
        assertThat(places(points("a", ONE, TEN, null), points("a", ONE, TEN, null)))
                .containsExactly("criteria[1].key");
    }

    @Test
    void letsNoTextCountAndNoWeightBeNegative() {
        var counted =
                new CriterionView("a", "A", "", CriterionKind.TEXT, ONE, false, null, null, null, List.of(), false);
        var negative = CriterionView.number("a", "A", new BigDecimal("-1"), ONE, TEN, null);

        assertThat(places(counted)).containsExactly("criteria[0].weight");
        assertThat(places(negative)).containsExactly("criteria[0].weight");
    }

    @Test
    void writesNothingButTextsToATeam() {
        var number = new CriterionView("a", "A", "", CriterionKind.NUMBER, ONE, true, ONE, TEN, null, List.of(), true);

        assertThat(places(number)).containsExactly("criteria[0].forTeam");
    }

    private static CriterionView points(String key, BigDecimal min, BigDecimal max, BigDecimal step) {
        return new CriterionView(key, "Points", "", CriterionKind.NUMBER, ONE, true, min, max, step, List.of(), false);
    }

    private static List<String> places(CriterionView... criteria) {
        return places(new NewRubric("rubric", "Rubric", "", List.of(criteria)));
    }

    private static List<String> places(NewRubric rubric) {
        var refused = catchThrowableOfType(InvalidInput.class, () -> RubricRules.check(rubric));
        return refused.findings().stream().map(Finding::place).toList();
    }
}
