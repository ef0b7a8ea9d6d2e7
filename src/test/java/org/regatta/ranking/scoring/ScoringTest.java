package org.regatta.ranking.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.ranking.scoring.Fixtures.CENTS;
import static org.regatta.ranking.scoring.Fixtures.id;
import static org.regatta.ranking.scoring.Fixtures.number;
import static org.regatta.ranking.scoring.Fixtures.project;
import static org.regatta.ranking.scoring.Fixtures.row;
import static org.regatta.ranking.scoring.Fixtures.rules;
import static org.regatta.ranking.scoring.Fixtures.score;
import static org.regatta.ranking.scoring.Fixtures.scored;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.ranking.scoring.Derivation.Counted;
import org.regatta.ranking.scoring.Derivation.Operand;
import org.regatta.ranking.scoring.Derivation.Step;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.ranking.scoring.RoundScores.LeftOut;
import org.regatta.ranking.scoring.RoundScores.Project;

/** From scores to results, each branch worked out by hand. */
class ScoringTest {

    @Test
    void takesTheMeanOfTheScoresGiven() {
        var row = row(rules().rank(project("A", "14", "17", "20")), "A");

        assertThat(row.stageResult()).isEqualTo(number("17"));
        assertThat(row.cumulativeResult()).isEqualTo(number("17"));
    }

    @Test
    void keepsThirtyFourDigitsWhereAMeanHasNoEnd() {
        var row = row(rules().rank(project("A", "1", "1", "0")), "A");

        assertThat(row.stageResult()).isEqualTo(number("0.6666666666666666666666666666666667"));
    }

    @Test
    void neverCountsAMissingScoreAsZero() {
        var recused = new LeftOut(id("J2"), "J2", LeftOut.Reason.RECUSED);
        var abstained = new LeftOut(id("J3"), "J3", LeftOut.Reason.ABSTAINED);
        var project = new Project(id("A"), null, List.of(score("J1", "1", "20")), List.of(recused, abstained));

        var row = row(rules().rank(project), "A");

        assertThat(row.stageResult()).isEqualTo(number("20"));
        assertThat(row.derivation().leftOut()).containsExactly(recused, abstained);
        assertThat(row.derivation().scores()).hasSize(1);
    }

    @Test
    void weightsTheMeanByJurors() {
        var project = scored("A", score("chair", "2", "20"), score("J2", "1", "11"), score("J3", "0.5", "6"));

        // (2·20 + 1·11 + 0.5·6) / 3.5 = 54 / 3.5
        var row = row(
                rules().aggregate(Aggregate.WEIGHTED_MEAN)
                        .rounding(null, null, CENTS, null)
                        .rank(project),
                "A");

        assertThat(row.stageResult()).isEqualTo(number("15.43"));
        assertThat(step(row, "stageResult").operands())
                .containsExactly(
                        new Operand("chair", number("20"), number("2")),
                        new Operand("J2", number("11"), number("1")),
                        new Operand("J3", number("6"), number("0.5")));
    }

    @Test
    void takesTheMiddleScoreOrTheMeanOfTheTwoInTheMiddle() {
        var ranked = rules().aggregate(Aggregate.MEDIAN)
                .rank(project("odd", "3", "25", "10"), project("even", "3", "25", "10", "11"));

        assertThat(row(ranked, "odd").stageResult()).isEqualTo(number("10"));
        assertThat(row(ranked, "even").stageResult()).isEqualTo(number("10.5"));
    }

    @Test
    void trimsAFixedNumberAtEachEnd() {
        var row = row(rules().aggregate(Aggregate.trimmedBy(1)).rank(project("A", "25", "1", "10", "12")), "A");

        assertThat(row.stageResult()).isEqualTo(number("11"));
        assertThat(row.derivation().scores()).extracting(Counted::trimmed).containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 5.5", "0.1, 5.5", "0.25, 5.5", "0.05, 10"})
    void trimsAShareRoundedDown(String share, String result) {
        // 1 … 9 and 55: without ends 10; one end each 5.5; two ends each 5.5
        var project = project("A", "1", "2", "3", "4", "5", "6", "7", "8", "9", "55");

        var row = row(rules().aggregate(Aggregate.trimmedBy(number(share))).rank(project), "A");

        assertThat(row.stageResult()).isEqualByComparingTo(result);
        var ends = number(share)
                .multiply(BigDecimal.TEN)
                .setScale(0, RoundingMode.FLOOR)
                .intValue();
        assertThat(row.derivation().scores().stream().filter(Counted::trimmed)).hasSize(2 * ends);
    }

    @Test
    void leavesAProjectToPeopleWhenTrimmingLeavesNothing() {
        var row = row(rules().aggregate(Aggregate.trimmedBy(1)).rank(project("A", "25", "1")), "A");

        assertThat(row.stageResult()).isNull();
        assertThat(row.rank()).isNull();
        assertThat(row.advances()).isNull();
        assertThat(row.derivation().notes()).containsExactly(Phrase.of("note.ends", 2));
    }

    @Test
    void addsUpEarlierRoundsByWeight() {
        var earlier = Map.of("first", Map.of(id("A"), number("20.25")), "other", Map.<UUID, BigDecimal>of());
        var policy = rules().weights(Map.of("first", number("0.30"), "final", number("0.70")))
                .rounding(null, null, CENTS, CENTS)
                .policy();

        // 0.30 · 20.25 + 0.70 · 17.33 = 6.075 + 12.131 = 18.206
        var row = row(
                Scoring.rank(new RoundScores("final", List.of(project("A", "17", "17", "18")), earlier), policy), "A");

        assertThat(row.stageResult()).isEqualTo(number("17.33"));
        assertThat(row.cumulativeResult()).isEqualTo(number("18.21"));
        assertThat(step(row, "cumulativeResult").unrounded()).isEqualTo(number("18.206"));
    }

    @Test
    void leavesAProjectToPeopleThatHasNoResultInAWeightedRound() {
        var row = row(
                rules().weights(Map.of("first", number("0.3"), "final", number("0.7")))
                        .rank(project("A", "17")),
                "A");

        assertThat(row.stageResult()).isEqualTo(number("17"));
        assertThat(row.cumulativeResult()).isNull();
        assertThat(row.rank()).isNull();
        assertThat(row.derivation().notes()).containsExactly(Phrase.of("note.round", "first"));
    }

    @Test
    void leavesAProjectToPeopleThatHasTooFewEvaluations() {
        var ranked = rules().atLeast(2)
                .advance(Advance.top(1))
                .rank(project("few", "25"), project("none"), project("enough", "3", "4"));

        assertThat(row(ranked, "few").stageResult()).isNull();
        assertThat(row(ranked, "few").advances()).isNull();
        assertThat(row(ranked, "none").stageResult()).isNull();
        assertThat(row(ranked, "enough").rank()).isEqualTo(1);
        assertThat(row(ranked, "enough").advances()).isTrue();
        assertThat(Fixtures.order(ranked, "few", "none", "enough")).containsExactly("enough", "few", "none");
    }

    @ParameterizedTest
    @CsvSource({
        "HALF_UP, 0.13",
        "HALF_EVEN, 0.12",
        "HALF_DOWN, 0.12",
        "UP, 0.13",
        "DOWN, 0.12",
        "CEILING, 0.13",
        "FLOOR, 0.12"
    })
    void roundsInEveryMode(RoundingMode mode, String result) {
        // 1/8 = 0.125
        var project = project("A", "1", "0", "0", "0", "0", "0", "0", "0");

        var row = row(rules().rounding(null, null, new Rounding(2, mode), null).rank(project), "A");

        assertThat(row.stageResult()).isEqualTo(number(result));
    }

    @Test
    void tellsHowJurorsDifferFromThePanel() {
        // A: 10, 14 → mean 12; B: 10, 20 → mean 15; J1: −2, −5; J2: +2, +5
        var jurors = rules().rank(project("A", "10", "14"), project("B", "10", "20"), project("none"))
                .jurors();

        assertThat(jurors)
                .containsExactly(
                        new JurorStatistics(id("J1"), "J1", 2, number("10"), number("0"), number("-3.5"), 0),
                        new JurorStatistics(
                                id("J2"),
                                "J2",
                                2,
                                number("17"),
                                number("4.242640687119285146405066172629094"),
                                number("3.5"),
                                0));
    }

    private static Step step(Ranked.Row row, String name) {
        return row.derivation().steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
