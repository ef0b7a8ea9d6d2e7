package org.regatta.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says where an evaluation round's scoring policy speaks of rounds and criteria that it cannot have. */
@Component
class PolicyFit implements RoundReadiness {

    private record Earlier(String key, @Nullable UUID scoringPolicyId) {}

    private final JdbcClient database;
    private final ScoringPolicies policies;
    private final Rubrics rubrics;

    PolicyFit(JdbcClient database, ScoringPolicies policies, Rubrics rubrics) {
        this.database = database;
        this.policies = policies;
        this.rubrics = rubrics;
    }

    @Override
    public List<Finding> lacking(RoundView round) {
        var policyId = round.scoringPolicyId();
        if (round.kind() != RoundKind.EVALUATION || policyId == null) {
            return List.of(); // that a policy is missing is said by the competition module
        }
        var policy = policies.find(policyId).policy();
        var findings = new ArrayList<>(policy.findings("scoringPolicy"));
        var earlier = earlier(round);
        checkWeights(round, policy, earlier, findings);
        checkTies(round, policy, earlier, findings);
        return findings;
    }

    private void checkWeights(RoundView round, ScoringPolicy policy, List<Earlier> earlier, List<Finding> findings) {
        var weights = policy.roundWeights().keySet();
        if (!weights.isEmpty() && !weights.contains(round.key())) {
            findings.add(new Finding(
                    "scoringPolicy.roundWeights",
                    "The weights leave out this round, \"" + round.key() + "\".",
                    "Give it a weight too, or remove all weights."));
        }
        var known = earlier.stream().collect(Collectors.toMap(Earlier::key, Function.identity()));
        for (var key : weights) {
            var weighted = known.get(key);
            if (key.equals(round.key())) {
                continue;
            }
            if (weighted == null) {
                findings.add(unknownRound("scoringPolicy.roundWeights." + key, key));
            } else if (otherDirection(weighted, policy)) {
                findings.add(new Finding(
                        "scoringPolicy.roundWeights." + key,
                        "Of this round and \"" + key
                                + "\" one ranks points and the other ranks: their sum means nothing.",
                        "Use the same input in both policies, or no weights."));
            }
        }
    }

    private void checkTies(RoundView round, ScoringPolicy policy, List<Earlier> earlier, List<Finding> findings) {
        var rounds = earlier.stream().map(Earlier::key).collect(Collectors.toSet());
        for (var i = 0; i < policy.tieRules().size(); i++) {
            var rule = policy.tieRules().get(i);
            var key = rule.key();
            var place = "scoringPolicy.tieRules[" + i + "].key";
            if (rule.kind() == TieRule.Kind.EARLIER_ROUND && key != null && !rounds.contains(key)) {
                findings.add(unknownRound(place, key));
            }
            if (rule.kind() == TieRule.Kind.CRITERION
                    && key != null
                    && !criteria(round).contains(key)) {
                findings.add(new Finding(
                        place,
                        "The round's rubric has no criterion \"" + key + "\" with points.",
                        "Name a criterion of the rubric, or remove the rule."));
            }
        }
    }

    private Set<String> criteria(RoundView round) {
        var rubricId = round.rubricId();
        if (rubricId == null) {
            return Set.of();
        }
        return rubrics.find(rubricId).stream()
                .flatMap(rubric -> rubric.criteria().stream())
                .filter(criterion -> criterion.kind() != CriterionKind.TEXT)
                .map(CriterionView::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean otherDirection(Earlier earlier, ScoringPolicy policy) {
        var policyId = earlier.scoringPolicyId();
        return policyId != null && policies.find(policyId).policy().lowerIsBetter() != policy.lowerIsBetter();
    }

    private List<Earlier> earlier(RoundView round) {
        return database.sql("""
                        select key, scoring_policy_id from round
                        where competition_id = :competition and kind = 'EVALUATION' and position < :position""")
                .param("competition", round.competitionId())
                .param("position", round.position())
                .query(Earlier.class)
                .list();
    }

    private static Finding unknownRound(String place, String key) {
        return new Finding(
                place,
                "There is no evaluation round \"" + key + "\" before this one.",
                "Name an earlier evaluation round by its key, or remove it here.");
    }
}
