package org.regatta.steering.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.CriterionView.Option;
import org.springframework.util.LinkedMultiValueMap;

class TypedRubricTest {

    @Test
    void keepsWhatTheFormDoesNotShow() {
        var imported = List.of(
                CriterionView.number("idea", "Idea", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)
                        .optional(),
                CriterionView.choice(
                        "style", "Style", BigDecimal.TWO, List.of(new Option("A+", "Good", new BigDecimal("3")))),
                new CriterionView(
                        "legal",
                        "Legal",
                        "One line.\nAnother.",
                        CriterionKind.YES_NO,
                        BigDecimal.ONE,
                        false,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        null,
                        List.of(),
                        false),
                new CriterionView(
                        "why",
                        "Why",
                        "",
                        CriterionKind.TEXT,
                        BigDecimal.ZERO,
                        true,
                        null,
                        null,
                        null,
                        List.of(),
                        true));

        var rubric = new TypedRubric(sentBack(imported), imported).rubric("main");

        assertThat(rubric.criteria()).isEqualTo(imported);
    }

    @Test
    void hasRoomForEveryCriterionThatWasSent() {
        var many = IntStream.range(0, 14)
                .mapToObj(at -> CriterionView.yesNo("c" + at, "Criterion " + at, BigDecimal.ONE))
                .toList();

        assertThat(sentBack(many).filled().get("hint")).hasSize(14);
        assertThat(new TypedRubric(sentBack(many), many).rubric("main").criteria())
                .hasSize(14);
    }

    /** What a browser sends where nobody typed anything. */
    private static Typed sentBack(List<CriterionView> criteria) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("name", "Main");
        for (var one : criteria) {
            fields.add("criterion", one.key());
            fields.add("label", one.label());
            fields.add("kind", one.kind().name());
            fields.add("weight", one.weight().toPlainString());
            fields.add("min", text(one.min()));
            fields.add("max", text(one.max()));
            fields.add("step", text(one.step()));
            fields.add("hint", one.guidance().replace("\n", ""));
            fields.add("reader", one.forTeam() ? "TEAM" : "JURY");
            fields.add(
                    "options",
                    one.options().isEmpty()
                            ? ""
                            : one.options().getFirst().label() + " = "
                                    + one.options().getFirst().points());
        }
        return new Typed(fields);
    }

    private static String text(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
