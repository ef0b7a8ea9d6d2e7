package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.ScoreValue;

/** The total a juror sees grow is the total the server will store, to the last digit. */
class WeightedTotalIT {

    private static final Path SOURCE = Path.of("src/main/frontend/src/parts/evaluation/total.js");

    @Test
    void isTheSameInTheBrowserAndOnTheServerForRubricsOfEveryShape() throws IOException {
        var random = new Random(20261123);
        try (var context = Chromium.running().newContext()) {
            var page = context.newPage();
            page.evaluate("() => {" + Files.readString(SOURCE).replace("export ", "") + "; window.total = total; }");
            for (int round = 0; round < 300; round++) {
                var criteria = criteria(random);
                var answers = answers(random, criteria);
                var rubric = new RubricView(UUID.randomUUID(), UUID.randomUUID(), "r", "R", "", criteria, 0);

                assertThat(inTheBrowser(page, criteria, answers))
                        .as("criteria %s answers %s", criteria, answers)
                        .isEqualTo(onTheServer(rubric, answers));
            }
        }
    }

    private static String onTheServer(RubricView rubric, Map<String, String> answers) {
        var total = rubric.total(rubric.scores(answers));
        return total == null ? null : total.toPlainString();
    }

    private static Object inTheBrowser(Page page, List<CriterionView> criteria, Map<String, String> answers) {
        var sent = criteria.stream().map(WeightedTotalIT::sent).toList();
        return page.evaluate("([criteria, answers]) => window.total(criteria, answers).total", List.of(sent, answers));
    }

    private static Map<String, Object> sent(CriterionView one) {
        var points = new HashMap<String, String>();
        one.options()
                .forEach(option -> points.put(option.value(), option.points().toPlainString()));
        for (var yes : List.of(true, false)) {
            var worth = one.points(ScoreValue.of(yes));
            if (worth != null) {
                points.put(yes ? "yes" : "no", worth.toPlainString());
            }
        }
        return Map.of(
                "key", one.key(),
                "kind", one.kind().name(),
                "weight", one.weight().toPlainString(),
                "lowest", one.lowest().toPlainString(),
                "highest", one.highest().toPlainString(),
                "step", "",
                "points", points);
    }

    private static List<CriterionView> criteria(Random random) {
        var criteria = new ArrayList<CriterionView>();
        var oneScale = random.nextBoolean();
        for (int at = 0; at <= random.nextInt(6); at++) {
            var weight = BigDecimal.valueOf(random.nextInt(4_000_000), 6);
            var low = BigDecimal.valueOf(oneScale ? -5 : random.nextInt(10) - 5);
            var high = oneScale ? BigDecimal.valueOf(20) : low.add(BigDecimal.valueOf(1 + random.nextInt(99_999), 3));
            criteria.add(
                    switch (oneScale ? 0 : random.nextInt(4)) {
                        case 0 -> CriterionView.number("c" + at, "C", weight, low, high, null);
                        case 1 -> CriterionView.yesNo("c" + at, "C", weight);
                        case 2 ->
                            CriterionView.choice(
                                    "c" + at,
                                    "C",
                                    weight,
                                    List.of(
                                            new CriterionView.Option("a", "A", low),
                                            new CriterionView.Option("b", "B", high)));
                        default -> CriterionView.text("c" + at, "C");
                    });
        }
        return criteria;
    }

    private static Map<String, String> answers(Random random, List<CriterionView> criteria) {
        var answers = new HashMap<String, String>();
        for (var one : criteria) {
            if (random.nextInt(5) == 0) {
                continue;
            }
            answers.put(
                    one.key(),
                    switch (one.kind()) {
                        case NUMBER ->
                            one.lowest()
                                    .add(one.highest()
                                            .subtract(one.lowest())
                                            .multiply(BigDecimal.valueOf(random.nextInt(1001), 3)))
                                    .setScale(6, RoundingMode.DOWN)
                                    .toPlainString();
                        case YES_NO -> random.nextBoolean() ? "yes" : "no";
                        case CHOICE -> random.nextBoolean() ? "a" : "b";
                        case TEXT -> "words";
                    });
        }
        return answers;
    }
}
