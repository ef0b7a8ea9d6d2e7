package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Advance;
import org.regatta.competition.ScoringPolicy.Aggregate;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.competition.ScoringPolicy.Rounding;
import org.regatta.competition.ScoringPolicy.Roundings;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.ranking.scoring.Ranked.Row;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.ranking.scoring.RoundScores.Score;

/** Words to write scores and rules with in tests. */
final class Fixtures {

    static final Rounding CENTS = new Rounding(2, RoundingMode.HALF_UP);

    private Fixtures() {}

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** What jurors J1, J2, … gave, in this order; "-" is a juror without a score. */
    static Project project(String name, String... points) {
        return inCategory(null, name, points);
    }

    static Project inCategory(String category, String name, String... points) {
        var scores = new ArrayList<Score>();
        for (var i = 0; i < points.length; i++) {
            if (!points[i].equals("-")) {
                scores.add(score("J" + (i + 1), "1", points[i]));
            }
        }
        return new Project(id(name), category, scores, List.of());
    }

    static Project scored(String name, Score... scores) {
        return new Project(id(name), null, List.of(scores), List.of());
    }

    static Score score(String juror, String weight, String points) {
        return new Score(id(juror), juror, number(weight), number(points), Map.of());
    }

    static Score score(String juror, String points, Map<String, BigDecimal> criteria) {
        return new Score(id(juror), juror, BigDecimal.ONE, number(points), criteria);
    }

    static RoundScores round(Project... projects) {
        return new RoundScores("final", List.of(projects), Map.of());
    }

    static Row row(Ranked ranked, String name) {
        return ranked.rows().stream()
                .filter(row -> row.projectId().equals(id(name)))
                .findFirst()
                .orElseThrow();
    }

    /** The names in the order of the ranking. */
    static List<String> order(Ranked ranked, String... names) {
        return ranked.rows().stream()
                .map(row -> Arrays.stream(names)
                        .filter(name -> id(name).equals(row.projectId()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    static Rules rules() {
        return new Rules(ScoringPolicy.plainMean());
    }

    /** The plain mean, and what differs from it. */
    record Rules(ScoringPolicy policy) {

        Rules aggregate(Aggregate aggregate) {
            return new Rules(with(aggregate, policy.input(), policy.correction(), policy.rounding()));
        }

        Rules input(Input input) {
            return new Rules(with(policy.aggregate(), input, policy.correction(), policy.rounding()));
        }

        Rules correction(Correction correction) {
            return new Rules(with(policy.aggregate(), policy.input(), correction, policy.rounding()));
        }

        Rules rounding(Rounding mean, Rounding corrected, Rounding stage, Rounding cumulative) {
            return new Rules(with(
                    policy.aggregate(),
                    policy.input(),
                    policy.correction(),
                    new Roundings(mean, corrected, stage, cumulative)));
        }

        Rules weights(Map<String, BigDecimal> weights) {
            return more(weights, policy.minimumEvaluations(), policy.perCategory(), policy.advance());
        }

        Rules atLeast(int evaluations) {
            return more(policy.roundWeights(), evaluations, policy.perCategory(), policy.advance());
        }

        Rules perCategory() {
            return more(policy.roundWeights(), policy.minimumEvaluations(), true, policy.advance());
        }

        Rules advance(Advance advance) {
            return more(policy.roundWeights(), policy.minimumEvaluations(), policy.perCategory(), advance);
        }

        Rules ties(TieRule... rules) {
            return new Rules(new ScoringPolicy(
                    policy.aggregate(),
                    policy.input(),
                    policy.correction(),
                    policy.rounding(),
                    policy.roundWeights(),
                    policy.minimumEvaluations(),
                    policy.perCategory(),
                    policy.advance(),
                    List.of(rules)));
        }

        Ranked rank(Project... projects) {
            return Scoring.rank(round(projects), policy);
        }

        private ScoringPolicy with(Aggregate aggregate, Input input, Correction correction, Roundings rounding) {
            return new ScoringPolicy(
                    aggregate,
                    input,
                    correction,
                    rounding,
                    policy.roundWeights(),
                    policy.minimumEvaluations(),
                    policy.perCategory(),
                    policy.advance(),
                    policy.tieRules());
        }

        private Rules more(Map<String, BigDecimal> weights, int minimum, boolean perCategory, Advance advance) {
            return new Rules(new ScoringPolicy(
                    policy.aggregate(),
                    policy.input(),
                    policy.correction(),
                    policy.rounding(),
                    weights,
                    minimum,
                    perCategory,
                    advance,
                    policy.tieRules()));
        }
    }

    /** {@code count} jurors' scores of {@code projects} projects, the same for the same seed. */
    static Project[] random(RandomGenerator random, int projects, int count) {
        return IntStream.range(0, projects)
                .mapToObj(i -> project(
                        "P" + i,
                        IntStream.range(0, count)
                                .mapToObj(juror -> BigDecimal.valueOf(random.nextInt(0, 251), 1)
                                        .toPlainString())
                                .toArray(String[]::new)))
                .toArray(Project[]::new);
    }
}
