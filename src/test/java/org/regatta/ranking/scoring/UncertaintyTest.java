package org.regatta.ranking.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.regatta.ranking.scoring.Fixtures.number;
import static org.regatta.ranking.scoring.Fixtures.project;
import static org.regatta.ranking.scoring.Fixtures.row;
import static org.regatta.ranking.scoring.Fixtures.rules;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.ranking.scoring.RoundScores.Project;

class UncertaintyTest {

    @Test
    void givesTheIntervalOfAMeanWithPooledVariance() {
        // ten projects with scores m − 1, m + 1: variance 2 each, pooled s = √2 with 10 degrees of freedom
        var row = row(rules().rank(pairs(10)), "P1");

        var interval = Objects.requireNonNull(row.derivation().interval());
        assertThat(interval.deviation()).isEqualTo(number("1.414214"));
        assertThat(interval.freedom()).isEqualTo(10);
        assertThat(interval.scores()).isEqualTo(number("2"));
        assertThat(interval.factor().doubleValue()).isCloseTo(2.2281, within(0.0001)); // t table, 97.5 %, 10
        assertThat(interval.margin().doubleValue()).isCloseTo(2.2281, within(0.0001)); // t · √2 ÷ √2
        assertThat(row.margin()).isEqualTo(interval.margin());
    }

    @Test
    void knowsStudentsQuantiles() {
        assertThat(Uncertainty.student(10)).isCloseTo(2.2281, within(0.00006));
        assertThat(Uncertainty.student(20)).isCloseTo(2.0860, within(0.00006));
        assertThat(Uncertainty.student(60)).isCloseTo(2.0003, within(0.00006));
        assertThat(Uncertainty.student(100_000)).isCloseTo(1.9600, within(0.00006));
    }

    @Test
    void narrowsWithMoreJurors() {
        var projects = new Project[11];
        System.arraycopy(pairs(10), 0, projects, 0, 10);
        projects[10] = project("Many", "4", "6", "4", "6", "4", "6", "4", "6");

        var ranked = rules().rank(projects);

        assertThat(row(ranked, "Many").margin()).isLessThan(row(ranked, "P1").margin());
    }

    @Test
    void claimsNothingWhereTheFormulaWouldNotBeTrue() {
        assertThat(row(rules().rank(pairs(9)), "P1").margin()).isNull(); // 9 degrees of freedom
        assertThat(row(rules().aggregate(Aggregate.MEDIAN).rank(pairs(20)), "P1")
                        .margin())
                .isNull();
        assertThat(row(rules().input(Input.RANKS).rank(pairs(20)), "P1").margin())
                .isNull();
        assertThat(row(rules().correction(Correction.clip(number("1"))).rank(pairs(20)), "P1")
                        .margin())
                .isNull();
        assertThat(row(rules().weights(Map.of("final", number("1"))).rank(pairs(20)), "P1")
                        .margin())
                .isNull();
    }

    @Test
    void namesProjectsWhoseJurorsAreFartherApartThanChanceExplains() {
        var projects = new Project[31];
        System.arraycopy(pairs(30), 0, projects, 0, 30);
        projects[30] = project("Split", "1", "9"); // range 8; s about 1.7, 2.8 · s about 4.8

        var ranked = rules().rank(projects);

        assertThat(row(ranked, "Split").disputed()).isTrue();
        assertThat(row(ranked, "P1").disputed()).isFalse();
    }

    private static Project[] pairs(int howMany) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(i -> project("P" + i, String.valueOf(i + 1), String.valueOf(i + 3)))
                .toArray(Project[]::new);
    }
}
