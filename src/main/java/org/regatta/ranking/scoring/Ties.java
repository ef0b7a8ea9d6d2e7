package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.TieRule;
import org.regatta.ranking.scoring.Derivation.TieStep;

/** Asks a policy's tie rules, in order, about projects with equal cumulative results. */
final class Ties {

    private final ScoringPolicy policy;
    private final Map<String, Map<UUID, BigDecimal>> earlier;
    private final Map<UUID, List<TieStep>> steps = new HashMap<>();

    Ties(ScoringPolicy policy, Map<String, Map<UUID, BigDecimal>> earlier) {
        this.policy = policy;
        this.earlier = earlier;
    }

    /** The tied projects as groups, the best first; a group of more than one is a tie that no rule breaks. */
    List<List<ProjectResult>> separate(List<ProjectResult> tied) {
        return separate(tied, 0);
    }

    /** Whether people are to order what the rules leave tied. */
    boolean leftToPeople() {
        return !policy.tieRules().isEmpty() && policy.tieRules().getLast().kind() == TieRule.Kind.BY_HAND;
    }

    /** What the rules said about a project; empty for one that was never tied. */
    List<TieStep> stepsOf(UUID projectId) {
        return steps.getOrDefault(projectId, List.of());
    }

    private List<List<ProjectResult>> separate(List<ProjectResult> tied, int next) {
        if (tied.size() == 1 || next == policy.tieRules().size()) {
            return List.of(tied);
        }
        var rule = policy.tieRules().get(next);
        if (rule.kind() == TieRule.Kind.SHARE || rule.kind() == TieRule.Kind.BY_HAND) {
            var words = rule.kind() == TieRule.Kind.SHARE ? Phrase.of("tie.shared") : Phrase.of("tie.byHand");
            tied.forEach(one -> tell(one, new TieStep(rule, null, tied.size(), tied.size(), words)));
            return List.of(tied);
        }
        var values = new HashMap<UUID, BigDecimal>();
        for (var one : tied) {
            var value = value(rule, one);
            if (value != null) {
                values.put(one.project().id(), value);
            }
        }
        if (values.size() < tied.size()) {
            tied.forEach(one -> tell(
                    one,
                    new TieStep(
                            rule,
                            values.get(one.project().id()),
                            tied.size(),
                            tied.size(),
                            Phrase.of("tie.notAsked"))));
            return separate(tied, next + 1);
        }
        return split(tied, rule, values).stream()
                .flatMap(group -> separate(group, next + 1).stream())
                .toList();
    }

    private List<List<ProjectResult>> split(List<ProjectResult> tied, TieRule rule, Map<UUID, BigDecimal> values) {
        Comparator<BigDecimal> better = lowerGoesFirst(rule) ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Comparator<ProjectResult> order = Comparator.comparing(one -> known(values, one), better);
        var groups = Groups.of(tied.stream().sorted(order).toList(), order);
        for (var group : groups) {
            for (var one : group) {
                tell(one, new TieStep(rule, known(values, one), tied.size(), group.size(), words(group, tied)));
            }
        }
        return groups;
    }

    private static Phrase words(List<ProjectResult> group, List<ProjectResult> tied) {
        if (group.size() == tied.size()) {
            return Phrase.of("tie.same", tied.size());
        }
        return group.size() == 1
                ? Phrase.of("tie.decides", tied.size())
                : Phrase.of("tie.stays", group.size(), tied.size());
    }

    private boolean lowerGoesFirst(TieRule rule) {
        return switch (rule.kind()) {
            case SMALLER_SPREAD -> true;
            case CRITERION -> false;
            default -> policy.lowerIsBetter();
        };
    }

    private @Nullable BigDecimal value(TieRule rule, ProjectResult one) {
        return switch (rule.kind()) {
            case HIGHER_STAGE_RESULT -> one.stageResult();
            case HIGHER_MEDIAN -> Aggregates.median(one.counting()).unrounded();
            case SMALLER_SPREAD -> unrounded(Quotient.variance(one.counting()));
            case CRITERION -> criterion(Objects.requireNonNullElse(rule.key(), ""), one);
            case EARLIER_ROUND ->
                earlier.getOrDefault(Objects.requireNonNullElse(rule.key(), ""), Map.of())
                        .get(one.project().id());
            case SHARE, BY_HAND -> null;
        };
    }

    private static @Nullable BigDecimal criterion(String key, ProjectResult one) {
        var points = one.scores().stream()
                .flatMap(score -> Stream.ofNullable(score.criteria().get(key)))
                .toList();
        return points.isEmpty() ? null : Quotient.mean(points).unrounded();
    }

    private static @Nullable BigDecimal unrounded(@Nullable Quotient quotient) {
        return quotient == null ? null : quotient.unrounded();
    }

    private static BigDecimal known(Map<UUID, BigDecimal> values, ProjectResult one) {
        return Objects.requireNonNull(values.get(one.project().id()));
    }

    private void tell(ProjectResult one, TieStep step) {
        steps.computeIfAbsent(one.project().id(), id -> new ArrayList<>()).add(step);
    }
}
