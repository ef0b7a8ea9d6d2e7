package org.regatta.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.workflow.Processes;
import org.springframework.stereotype.Component;

/**
 * The organiser's mistake that leaves an incident behind: the scoring policy is changed while the round runs, the ranking
 * cannot be calculated, and the change is taken back. What then stands still goes on when it is tried again.
 */
@Component
class PolicySlip {

    private final ScoringPolicies policies;
    private final Processes processes;

    PolicySlip(ScoringPolicies policies, Processes processes) {
        this.policies = policies;
        this.processes = processes;
    }

    /** Makes or mends the mistake, as far as the round is; whether it has left what it should. */
    boolean happen(RoundView round, Conduct.Slip slip) {
        var policy = policies.get(Objects.requireNonNull(round.scoringPolicyId()));
        var wrong = new TieRule(TieRule.Kind.CRITERION, slip.tieCriterion());
        var made = policy.policy().tieRules().contains(wrong);
        if (round.status() == RoundStatus.OPEN && !made) {
            var rules = new ArrayList<>(policy.policy().tieRules());
            rules.addFirst(wrong);
            change(policy, rules);
        }
        if (round.status() == RoundStatus.CLOSED
                && made
                && processes.standsStill(round.id().toString())) {
            change(
                    policy,
                    policy.policy().tieRules().stream()
                            .filter(rule -> !rule.equals(wrong))
                            .toList());
            return true;
        }
        return round.status() == RoundStatus.COMPLETED || round.status() == RoundStatus.CLOSED && !made;
    }

    private void change(ScoringPolicyView before, List<TieRule> tieRules) {
        var policy = before.policy();
        policies.change(
                before.id(),
                new ScoringPolicy(
                        policy.aggregate(),
                        policy.input(),
                        policy.correction(),
                        policy.rounding(),
                        policy.roundWeights(),
                        policy.minimumEvaluations(),
                        policy.perCategory(),
                        policy.advance(),
                        tieRules),
                before.version());
    }
}
