package org.regatta.ranking.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.ranking.scoring.Fixtures.CENTS;
import static org.regatta.ranking.scoring.Fixtures.inCategory;
import static org.regatta.ranking.scoring.Fixtures.number;
import static org.regatta.ranking.scoring.Fixtures.project;
import static org.regatta.ranking.scoring.Fixtures.row;
import static org.regatta.ranking.scoring.Fixtures.rules;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.ranking.scoring.Derivation.Counted;
import org.regatta.ranking.scoring.Derivation.Operand;
import org.regatta.ranking.scoring.Derivation.Step;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;

/** Corrections and ranks, each branch worked out by hand. */
class CorrectionTest {

    @Test
    void pullsScoresToTheLimitFromTheRoundedMean() {
        // mean of 10, 10, 15 = 11.666… → 11.67; limit 2: 15 → 13.67; (10 + 10 + 13.67) / 3 = 11.2233… → 11.22
        var ranked = rules().correction(Correction.clip(number("2")))
                .rounding(CENTS, null, CENTS, null)
                .rank(project("A", "10", "10", "15"));

        var row = row(ranked, "A");
        assertThat(row.stageResult()).isEqualTo(number("11.22"));
        assertThat(step(row, "mean"))
                .isEqualTo(new Step(
                        "mean",
                        Phrase.of("formula.mean", 3),
                        List.of(
                                new Operand("J1", number("10"), null),
                                new Operand("J2", number("10"), null),
                                new Operand("J3", number("15"), null)),
                        number("11.66666666666666666666666666666667"),
                        CENTS,
                        number("11.67")));
        assertThat(row.derivation().scores())
                .extracting(Counted::corrected)
                .containsExactly(number("10"), number("10"), number("13.67"));
        assertThat(row.derivation().scores().getLast().notes())
                .containsExactly(new Phrase("clipped", List.of("15", "2", "11.67", "13.67")));
        assertThat(step(row, "stageResult").unrounded()).isEqualTo(number("11.22333333333333333333333333333333"));
        assertThat(ranked.jurors()).extracting(JurorStatistics::corrected).containsExactly(0, 0, 1);
    }

    @Test
    void pullsLowScoresUpAndKeepsScoresAtTheLimit() {
        // mean 10; limit 4: 2 → 6, 14 stays, 14 stays
        var row = row(rules().correction(Correction.clip(number("4"))).rank(project("A", "2", "14", "14")), "A");

        assertThat(row.derivation().scores())
                .extracting(Counted::corrected)
                .containsExactly(number("6"), number("14"), number("14"));
    }

    @Test
    void roundsCorrectedScoresWhereThePolicySaysSo() {
        var tenths = new Rounding(1, RoundingMode.DOWN);

        // mean 11.666…, limit 1: 10 → 10.666… → 10.6, 15 → 12.666… → 12.6
        var row = row(
                rules().correction(Correction.clip(number("1")))
                        .rounding(null, tenths, null, null)
                        .rank(project("A", "10", "10", "15")),
                "A");

        assertThat(row.derivation().scores())
                .extracting(Counted::corrected)
                .containsExactly(number("10.6"), number("10.6"), number("12.6"));
    }

    @Test
    void standardisesEachJurorToTheTarget() {
        // J1 gives 10 and 20: mean 15, deviation √50; J2 gives 1 and 3: mean 2, deviation √2; z = ∓1/√2 for both
        var ranked = rules().correction(Correction.standardise(number("50"), number("10")))
                .rounding(null, null, CENTS, null)
                .rank(project("A", "10", "1"), project("B", "20", "3"));

        assertThat(row(ranked, "A").stageResult()).isEqualTo(number("42.93")); // 50 − 10/√2
        assertThat(row(ranked, "B").stageResult()).isEqualTo(number("57.07"));
        assertThat(row(ranked, "A").derivation().scores().getFirst().notes())
                .containsExactly(new Phrase(
                        "standardised", List.of("50", "10", "10", "15", "7.07106781186547524400844362104849", "2")));
    }

    @Test
    void standardisesToMeanAndDeviationOfAllScoresWithoutATarget() {
        // all scores 10, 20, 1, 3: mean 8.5, squares 510, variance (4·510 − 34²)/12 = 73.666…, deviation 8.5829…
        var ranked = rules().correction(Correction.Z_SCORE)
                .rounding(null, null, CENTS, null)
                .rank(project("A", "10", "1"), project("B", "20", "3"));

        assertThat(row(ranked, "A").stageResult()).isEqualTo(number("2.43")); // 8.5 − 8.5829/√2
        assertThat(row(ranked, "B").stageResult()).isEqualTo(number("14.57"));
    }

    @Test
    void leavesJurorsAloneWhoseScoresHaveNoDeviation() {
        var ranked = rules().correction(Correction.standardise(number("50"), number("10")))
                .rank(project("A", "10", "7", "9"), project("B", "20", "7", "-"));

        var scores = row(ranked, "A").derivation().scores();
        assertThat(scores.get(1).corrected()).isEqualTo(number("7"));
        assertThat(scores.get(1).notes()).containsExactly(Phrase.of("standardised.equal"));
        assertThat(scores.get(2).corrected()).isEqualTo(number("9"));
        assertThat(scores.get(2).notes()).containsExactly(Phrase.of("standardised.few"));
    }

    @Test
    void turnsPointsIntoMidranksOfTheJuror() {
        // J1: 20, 20, 5 → 1.5, 1.5, 3; J2: 7, 9, 8 → 3, 1, 2
        var ranked = rules().input(Input.RANKS)
                .rank(project("A", "20", "7"), project("B", "20", "9"), project("C", "5", "8"));

        assertThat(row(ranked, "A").stageResult()).isEqualTo(number("2.25"));
        assertThat(row(ranked, "B").stageResult()).isEqualTo(number("1.25"));
        assertThat(row(ranked, "C").stageResult()).isEqualTo(number("2.5"));
        assertThat(Fixtures.order(ranked, "A", "B", "C")).containsExactly("B", "A", "C");
        assertThat(row(ranked, "A").derivation().scores().getFirst().notes())
                .containsExactly(new Phrase("ranked", List.of("1.5", "3")));
    }

    @Test
    void ranksPointsWithinTheCategoryWhereCategoriesStandAlone() {
        var ranked = rules().input(Input.RANKS)
                .perCategory()
                .rank(inCategory("b", "B1", "9"), inCategory("a", "A1", "5"), inCategory("a", "A2", "7"));

        assertThat(Fixtures.order(ranked, "A1", "A2", "B1")).containsExactly("A2", "A1", "B1");
        assertThat(row(ranked, "B1").stageResult()).isEqualTo(number("1"));
        assertThat(row(ranked, "B1").rank()).isEqualTo(1);
        assertThat(row(ranked, "B1").position()).isEqualTo(3);
    }

    private static Step step(Ranked.Row row, String name) {
        return row.derivation().steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
