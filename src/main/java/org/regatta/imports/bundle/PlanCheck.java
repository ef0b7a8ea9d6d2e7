package org.regatta.imports.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundKind;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.imports.bundle.CompetitionPlan.Jury;
import org.regatta.imports.bundle.CompetitionPlan.Policy;
import org.regatta.imports.bundle.CompetitionPlan.Round;
import org.regatta.imports.bundle.CompetitionPlan.Seat;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.Spot;

/** Whether the parts of a plan fit together. */
final class PlanCheck {

    private static final int MAX_ROUNDS = 100;

    private final CompetitionPlan plan;
    private final Findings findings;

    PlanCheck(CompetitionPlan plan, Findings findings) {
        this.plan = plan;
        this.findings = findings;
    }

    void check() {
        once("rubric", plan.rubrics(), CompetitionPlan.Rubric::key, CompetitionPlan.Rubric::spot);
        once("scoring policy", plan.policies(), Policy::key, one -> one.source().spot("key"));
        once("jury", plan.juries(), Jury::key, Jury::spot);
        once("round", plan.rounds(), Round::key, one -> one.source().spot("key"));
        once("role of", plan.staff(), one -> one.email() + " " + one.role(), CompetitionPlan.Staff::spot);
        for (var jury : plan.juries()) {
            once("juror", jury.jurors(), CompetitionPlan.Juror::label, CompetitionPlan.Juror::spot);
            once("juror", jury.jurors(), CompetitionPlan.Juror::email, CompetitionPlan.Juror::spot);
        }
        if (plan.rounds().size() > MAX_ROUNDS) {
            findings.add(
                    plan.rounds().get(MAX_ROUNDS).source().spot(),
                    "The competition has more than " + MAX_ROUNDS + " rounds.",
                    "Split it into several competitions.");
            return;
        }
        var evaluated = new LinkedHashSet<String>();
        for (var round : plan.rounds()) {
            check(round, evaluated);
            if (round.kind() == RoundKind.EVALUATION) {
                evaluated.add(round.key());
            }
        }
    }

    private <T> void once(String what, List<T> all, Function<T, String> name, Function<T, Spot> spot) {
        Map<String, Spot> first = new HashMap<>();
        for (var one : all) {
            var key = name.apply(one);
            var before = key.isEmpty() ? null : first.putIfAbsent(key, spot.apply(one));
            if (before != null) {
                findings.twice(spot.apply(one), what, key, before);
            }
        }
    }

    private void check(Round round, Set<String> earlier) {
        refer(round, "rubric", round.rubric(), keys(plan.rubrics(), CompetitionPlan.Rubric::key));
        refer(round, "scoringPolicy", round.scoringPolicy(), keys(plan.policies(), Policy::key));
        var decides = round.decides();
        if (decides != null && !decides.isEmpty() && !earlier.contains(decides)) {
            if (plan.round(decides) == null) {
                findings.unknown(round.source().spot("decides"), "round", decides, earlier);
            } else {
                findings.add(
                        round.source().spot("decides"),
                        "The round " + Findings.quoted(decides) + " is not an EVALUATION round before this one.",
                        "Name the evaluation round whose ranking is decided here.");
            }
        }
        seats(round);
        if (round.kind() == RoundKind.EVALUATION) {
            plan.policies().stream()
                    .filter(policy -> policy.key().equals(round.scoringPolicy()))
                    .findFirst()
                    .ifPresent(policy -> rules(policy, round, earlier));
        }
    }

    private void refer(Round round, String field, @Nullable String key, List<String> known) {
        if (key != null && !key.isEmpty() && !known.contains(key)) {
            findings.unknown(round.source().spot(field), field.equals("rubric") ? field : "scoring policy", key, known);
        }
    }

    private static <T> List<String> keys(List<T> all, Function<T, String> key) {
        return all.stream().map(key).toList();
    }

    private void seats(Round round) {
        var taken = new HashSet<String>();
        for (var seat : round.seats()) {
            seat(seat);
            if (!taken.add(seat.jury() + "\n" + seat.category())) {
                findings.add(
                        seat.source().spot("jury"),
                        "The jury " + Findings.quoted(seat.jury()) + " sits here twice for the same category.",
                        "Remove one of the two.");
            }
        }
    }

    private void seat(Seat seat) {
        var jury = plan.jury(seat.jury());
        if (jury == null) {
            if (!seat.jury().isEmpty()) {
                findings.unknown(seat.source().spot("jury"), "jury", seat.jury(), keys(plan.juries(), Jury::key));
            }
            return;
        }
        var wanted = seat.jurorsPerProject();
        if (wanted != null && wanted > jury.jurors().size()) {
            findings.add(
                    seat.source().spot("jurorsPerProject"),
                    "The jury has only " + jury.jurors().size() + " jurors.",
                    "Ask for at most as many jurors per project, or leave the key out for the whole jury.");
        }
    }

    /** Weights and tie rules name rounds and criteria that this round can know. */
    private void rules(Policy policy, Round round, Set<String> earlier) {
        var spot = policy.source().spot("policy");
        for (var key : policy.rules().roundWeights().keySet()) {
            if (!key.equals(round.key()) && !earlier.contains(key)) {
                notBefore(spot, policy, round, key);
            }
        }
        for (var tie : policy.rules().tieRules()) {
            var key = tie.key();
            if (key == null) {
                continue;
            }
            if (tie.kind() == TieRule.Kind.EARLIER_ROUND && !earlier.contains(key)) {
                notBefore(spot, policy, round, key);
            }
            if (tie.kind() == TieRule.Kind.CRITERION && !hasCriterion(round, key)) {
                findings.add(
                        spot,
                        "A tie rule of " + Findings.quoted(policy.key()) + " asks for the criterion "
                                + Findings.quoted(key) + ", which the rubric of the round "
                                + Findings.quoted(round.key()) + " does not have.",
                        "Name one of its criteria.");
            }
        }
    }

    private void notBefore(Spot spot, Policy policy, Round round, String key) {
        findings.add(
                spot,
                "The policy " + Findings.quoted(policy.key()) + " counts the round " + Findings.quoted(key)
                        + ", which is not an EVALUATION round up to " + Findings.quoted(round.key()) + ".",
                "Name this round or evaluation rounds before it.");
    }

    private boolean hasCriterion(Round round, String key) {
        var rubric = plan.rubric(round.rubric());
        return rubric == null
                || rubric.criteria().stream().anyMatch(one -> one.key().equals(key));
    }
}
