package org.regatta.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where an evaluation round's scoring policy speaks of rounds and criteria that it cannot have. */
@Component
class PolicyFit implements RoundReadiness {

    private record Judged(
            String key, int position, @Nullable UUID scoringPolicyId) {}

    /** What the rounds of a competition are held against. */
    private record Rules(List<Judged> rounds, Map<UUID, ScoringPolicyView> policies, Map<UUID, RubricView> rubrics) {

        private List<Judged> before(RoundView round) {
            return rounds.stream()
                    .filter(one -> one.position() < round.position())
                    .toList();
        }

        private @Nullable ScoringPolicy policy(@Nullable UUID policyId) {
            var found = policyId == null ? null : policies.get(policyId);
            return found == null ? null : found.policy();
        }

        /** Criteria with points. */
        private Set<String> criteria(@Nullable UUID rubricId) {
            var rubric = rubricId == null ? null : rubrics.get(rubricId);
            return rubric == null
                    ? Set.of()
                    : rubric.criteria().stream()
                            .filter(criterion -> criterion.kind() != CriterionKind.TEXT)
                            .map(CriterionView::key)
                            .collect(Collectors.toSet());
        }
    }

    private final JdbcClient database;
    private final ScoringPolicies policies;
    private final Rubrics rubrics;

    PolicyFit(JdbcClient database, ScoringPolicies policies, Rubrics rubrics) {
        this.database = database;
        this.policies = policies;
        this.rubrics = rubrics;
    }

    @Override
    public Map<UUID, List<Finding>> lacking(List<RoundView> rounds) {
        // that a policy is missing is said by the competition module
        var judged = rounds.stream()
                .filter(round -> round.kind() == RoundKind.EVALUATION && round.scoringPolicyId() != null)
                .toList();
        if (judged.isEmpty()) {
            return Map.of();
        }
        var rules = rules(judged);
        return judged.stream().collect(Collectors.toMap(RoundView::id, round -> lacking(round, rules)));
    }

    private static List<Finding> lacking(RoundView round, Rules rules) {
        var policy = Objects.requireNonNull(rules.policy(round.scoringPolicyId()));
        var findings = new ArrayList<>(policy.findings("scoringPolicy"));
        var earlier = rules.before(round);
        checkWeights(round, policy, earlier, rules, findings);
        checkTies(round, policy, earlier, rules, findings);
        return findings;
    }

    private static void checkWeights(
            RoundView round, ScoringPolicy policy, List<Judged> earlier, Rules rules, List<Finding> findings) {
        var weights = policy.roundWeights().keySet();
        if (!weights.isEmpty() && !weights.contains(round.key())) {
            findings.add(new Finding(
                    "scoringPolicy.roundWeights",
                    "The weights leave out this round, \"" + round.key() + "\".",
                    "Give it a weight too, or remove all weights."));
        }
        var known = earlier.stream().collect(Collectors.toMap(Judged::key, Function.identity()));
        for (var key : weights) {
            var weighted = known.get(key);
            if (key.equals(round.key())) {
                continue;
            }
            if (weighted == null) {
                findings.add(unknownRound("scoringPolicy.roundWeights." + key, key));
            } else if (otherDirection(rules.policy(weighted.scoringPolicyId()), policy)) {
                findings.add(new Finding(
                        "scoringPolicy.roundWeights." + key,
                        "Of this round and \"" + key
                                + "\" one ranks points and the other ranks: their sum means nothing.",
                        "Use the same input in both policies, or no weights."));
            }
        }
    }

    private static void checkTies(
            RoundView round, ScoringPolicy policy, List<Judged> earlier, Rules rules, List<Finding> findings) {
        var rounds = earlier.stream().map(Judged::key).collect(Collectors.toSet());
        for (var i = 0; i < policy.tieRules().size(); i++) {
            var rule = policy.tieRules().get(i);
            var key = rule.key();
            var place = "scoringPolicy.tieRules[" + i + "].key";
            if (rule.kind() == TieRule.Kind.EARLIER_ROUND && key != null && !rounds.contains(key)) {
                findings.add(unknownRound(place, key));
            }
            if (rule.kind() == TieRule.Kind.CRITERION
                    && key != null
                    && !rules.criteria(round.rubricId()).contains(key)) {
                findings.add(new Finding(
                        place,
                        "The round's rubric has no criterion \"" + key + "\" with points.",
                        "Name a criterion of the rubric, or remove the rule."));
            }
        }
    }

    private static boolean otherDirection(@Nullable ScoringPolicy earlier, ScoringPolicy policy) {
        return earlier != null && earlier.lowerIsBetter() != policy.lowerIsBetter();
    }

    private Rules rules(List<RoundView> judged) {
        var rounds = database.sql("""
                        select key, position, scoring_policy_id from round
                        where competition_id = :competition and kind = 'EVALUATION'""")
                .param("competition", judged.getFirst().competitionId())
                .query(Judged.class)
                .list();
        return new Rules(
                rounds,
                policies.findAll(ids(Stream.concat(
                        rounds.stream().map(Judged::scoringPolicyId),
                        judged.stream().map(RoundView::scoringPolicyId)))),
                rubrics.findAll(ids(judged.stream().map(RoundView::rubricId))));
    }

    private static List<UUID> ids(Stream<@Nullable UUID> named) {
        return named.filter(Objects::nonNull).distinct().toList();
    }

    private static Finding unknownRound(String place, String key) {
        return new Finding(
                place,
                "There is no evaluation round \"" + key + "\" before this one.",
                "Name an earlier evaluation round by its key, or remove it here.");
    }
}
