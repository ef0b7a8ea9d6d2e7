package org.regatta.ranking.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.ranking.scoring.Fixtures.CENTS;
import static org.regatta.ranking.scoring.Fixtures.number;
import static org.regatta.ranking.scoring.Fixtures.random;
import static org.regatta.ranking.scoring.Fixtures.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.ranking.scoring.Derivation.Operand;
import org.regatta.ranking.scoring.Derivation.Step;
import org.regatta.ranking.scoring.Fixtures.Rules;
import org.regatta.ranking.scoring.RoundScores.Project;

/** What holds for any scores, tried on many. */
class ScoringPropertiesTest {

    private static final int RUNS = 30;

    static Stream<Rules> allRules() {
        var aggregates = List.of(
                Aggregate.MEAN,
                Aggregate.WEIGHTED_MEAN,
                Aggregate.MEDIAN,
                Aggregate.trimmedBy(1),
                Aggregate.trimmedBy(number("0.2")));
        var corrections = List.of(
                Correction.NONE,
                Correction.clip(number("2.5")),
                Correction.Z_SCORE,
                Correction.standardise(number("15"), number("3")));
        return aggregates.stream()
                .flatMap(aggregate -> corrections.stream()
                        .flatMap(correction -> Stream.of(Input.values())
                                .map(input -> rules().aggregate(aggregate)
                                        .correction(correction)
                                        .input(input)
                                        .rounding(CENTS, null, CENTS, null)
                                        .ties(
                                                TieRule.of(TieRule.Kind.HIGHER_MEDIAN),
                                                TieRule.of(TieRule.Kind.SMALLER_SPREAD))
                                        .advance(Advance.top(5)))));
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void theOrderOfProjectsAndJurorsChangesNoResult(Rules rules) {
        var random = new Random(7);
        for (var run = 0; run < RUNS; run++) {
            var projects = random(random, 12, 5);
            var shuffled = Arrays.stream(projects)
                    .map(project -> {
                        var scores = new ArrayList<>(project.scores());
                        Collections.shuffle(scores, random);
                        return new Project(project.id(), null, scores, List.of());
                    })
                    .collect(Collectors.toList());
            Collections.shuffle(shuffled, random);

            assertThat(results(rules.rank(shuffled.toArray(Project[]::new)))).isEqualTo(results(rules.rank(projects)));
        }
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void everyResultCanBeComputedAgainFromItsDerivation(Rules rules) {
        var ranked = rules.rank(random(new Random(11), 40, 5));

        for (var row : ranked.rows()) {
            for (var step : row.derivation().steps()) {
                assertThat(step.value()).isEqualTo(again(step));
            }
            assertThat(row.derivation().steps().getLast().value()).isEqualTo(row.stageResult());
        }
    }

    @ParameterizedTest
    @MethodSource("allRules")
    void ranksFollowResultsAndTheCutFollowsRanks(Rules rules) {
        var random = new Random(13);
        for (var run = 0; run < RUNS; run++) {
            var rows = rules.rank(random(random, 15, 4)).rows();
            for (var i = 1; i < rows.size(); i++) {
                var better = Objects.requireNonNull(rows.get(i - 1).cumulativeResult());
                var worse = Objects.requireNonNull(rows.get(i).cumulativeResult());
                var direction = rules.policy().lowerIsBetter() ? -1 : 1;
                assertThat(better.compareTo(worse) * direction).isNotNegative();
                assertThat(rows.get(i).rank())
                        .isGreaterThanOrEqualTo(rows.get(i - 1).rank());
                assertThat(rows.get(i).position()).isEqualTo(i + 1);
            }
            assertThat(rows.stream()
                            .filter(row -> Boolean.TRUE.equals(row.advances()))
                            .count())
                    .isLessThanOrEqualTo(5);
            assertThat(rows.stream()
                            .filter(row -> !Boolean.FALSE.equals(row.advances()))
                            .count())
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void clippedScoresLieWithinTheLimitAndOthersStay() {
        var limit = number("2.5");
        var ranked = rules().correction(Correction.clip(limit)).rank(random(new Random(17), 200, 5));

        for (var row : ranked.rows()) {
            var mean = row.derivation().steps().getFirst().value();
            for (var score : row.derivation().scores()) {
                assertThat(score.corrected().subtract(mean).abs()).isLessThanOrEqualTo(limit);
                assertThat(score.changed())
                        .isEqualTo(score.input().subtract(mean).abs().compareTo(limit) > 0);
            }
        }
    }

    @Test
    void standardisedJurorsAllHaveTheTargetMeanAndDeviation() {
        var projects = random(new Random(19), 50, 4);
        var ranked = rules().correction(Correction.standardise(number("15"), number("3")))
                .rank(projects);

        var byJuror = ranked.rows().stream()
                .flatMap(row -> row.derivation().scores().stream())
                .collect(Collectors.groupingBy(
                        Derivation.Counted::jurorId,
                        Collectors.mapping(Derivation.Counted::corrected, Collectors.toList())));
        assertThat(byJuror).hasSize(4);
        byJuror.values().forEach(values -> {
            assertThat(Quotient.mean(values).unrounded().subtract(number("15")).abs())
                    .isLessThan(number("1E-25"));
            var variance = Objects.requireNonNull(Quotient.variance(values)).unrounded();
            assertThat(variance.subtract(number("9")).abs()).isLessThan(number("1E-25"));
        });
    }

    @Test
    void everyJurorHandsOutTheSameSumOfRanks() {
        var ranked = rules().input(Input.RANKS).rank(random(new Random(23), 30, 4));

        var sums = ranked.rows().stream()
                .flatMap(row -> row.derivation().scores().stream())
                .collect(Collectors.groupingBy(
                        Derivation.Counted::jurorId,
                        Collectors.reducing(BigDecimal.ZERO, Derivation.Counted::input, BigDecimal::add)));
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("465")); // 30 · 31 / 2
    }

    @Test
    void tenThousandProjectsTakeLessThanTwoSeconds() {
        var projects = random(new Random(29), 10_000, 3);
        var rules = rules().correction(Correction.clip(number("2")))
                .rounding(CENTS, null, CENTS, null)
                .ties(TieRule.of(TieRule.Kind.HIGHER_MEDIAN), TieRule.of(TieRule.Kind.SMALLER_SPREAD));
        rules.rank(projects); // warms up

        var started = System.nanoTime();
        var ranked = rules.rank(projects);
        var took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(ranked.rows()).hasSize(10_000);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    private record Result(BigDecimal stage, Integer rank, Boolean advances) {}

    private static Map<UUID, Result> results(Ranked ranked) {
        return ranked.rows().stream()
                .collect(Collectors.toMap(
                        Ranked.Row::projectId, row -> new Result(row.stageResult(), row.rank(), row.advances())));
    }

    /** What a reader would compute from the operands, with arithmetic of its own. */
    private static BigDecimal again(Step step) {
        var operands = step.operands();
        var rounding = Objects.requireNonNull(step.rounding());
        BigDecimal numerator;
        BigDecimal denominator;
        if (step.formula().key().equals("formula.median")) {
            var sorted = operands.stream().map(Operand::value).sorted().toList();
            numerator = sorted.get((sorted.size() - 1) / 2).add(sorted.get(sorted.size() / 2));
            denominator = number("2");
        } else {
            numerator = BigDecimal.ZERO;
            denominator = BigDecimal.ZERO;
            for (var operand : operands) {
                var weight = operand.weight() == null ? BigDecimal.ONE : operand.weight();
                numerator = numerator.add(operand.value().multiply(weight));
                denominator = denominator.add(weight);
            }
        }
        return numerator.divide(denominator, rounding.decimals(), rounding.mode());
    }
}
