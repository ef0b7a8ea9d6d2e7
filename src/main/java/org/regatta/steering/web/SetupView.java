package org.regatta.steering.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.jury.JurorView;
import org.regatta.jury.JuryView;
import org.regatta.jury.SeatView;
import org.regatta.rubric.CriterionKind;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.shared.PlainDecimal;
import org.regatta.steering.Gap;
import org.regatta.steering.SetupStep;
import org.springframework.util.MultiValueMap;

/**
 * A competition while it is set up, and the step that is open.
 *
 * @param round the planned round that is changed; null where one is added
 * @param rubric the rubric that is changed; null where one is added
 * @param policy the scoring rules that are changed; null where some are added
 * @param discrepancyPercent the rule for third readers of the round that is changed; 0 for none
 */
public record SetupView(
        CompetitionView competition,
        SetupStep step,
        List<RoundView> rounds,
        List<RubricView> rubrics,
        List<ScoringPolicyView> policies,
        List<Panel> juries,
        List<SeatView> seats,
        List<Gap> gaps,
        @Nullable RoundView round,
        @Nullable RubricView rubric,
        @Nullable ScoringPolicyView policy,
        int discrepancyPercent) {

    /**
     * A jury with its first members, those who go on before those who do not.
     *
     * @param matching how many there are in all, or match what was searched for
     */
    public record Panel(JuryView jury, List<Member> members, long matching) {}

    /** Whether there are more members than are shown, so that a search helps. */
    public boolean searchable() {
        return juries.stream()
                .anyMatch(panel -> panel.matching() > panel.members().size());
    }

    /** A juror with the name people know. */
    public record Member(JurorView juror, String name, String email) {}

    /** The steps in their order. */
    public List<SetupStep> steps() {
        return List.of(SetupStep.values());
    }

    /** Whether something keeps a round from opening, or would leave it without anybody to work in it. */
    public boolean blocked() {
        return gaps.stream().anyMatch(Gap::blocks);
    }

    /** What is to be mended at a step; everything for no step. */
    public List<Gap> gapsAt(String only) {
        return gaps.stream()
                .filter(gap -> only.isEmpty() || gap.step().name().equals(only))
                .toList();
    }

    /** How many criteria the form has room for. */
    public int criteria() {
        return Math.max(Typed.CRITERIA, rubric == null ? 0 : rubric.criteria().size());
    }

    /**
     * The form of scoring rules: as it was typed, of those that are changed, or of new ones.
     *
     * @param typed what was sent; null where nothing was
     */
    public PolicyForm policyForm(@Nullable MultiValueMap<String, String> typed) {
        if (typed != null) {
            return new PolicyForm(typed);
        }
        return PolicyForm.of(policy == null ? TypedPolicy.SUGGESTED : policy.policy(), judgedRounds());
    }

    /** The keys of the rounds that have results, in their order. */
    public List<String> judgedRounds() {
        return rounds.stream()
                .filter(one -> one.kind() == RoundKind.EVALUATION)
                .map(RoundView::key)
                .toList();
    }

    /** The labels of criteria with points, by key: those that a tie rule can ask about. */
    public Map<String, String> tieCriteria() {
        var labels = new LinkedHashMap<String, String>();
        rubrics.stream()
                .flatMap(one -> one.criteria().stream())
                .filter(one -> one.kind() != CriterionKind.TEXT)
                .forEach(one -> labels.putIfAbsent(one.key(), one.label()));
        return labels;
    }

    /** The name of a round by its key; the key where there is no such round. */
    public String nameOfKey(String key) {
        return rounds.stream()
                .filter(one -> one.key().equals(key))
                .map(RoundView::name)
                .findFirst()
                .orElse(key);
    }

    /** The mark of what the form of a step is made of; empty where it makes something new. */
    public String shown() {
        return switch (step) {
            case BASICS -> Typed.mark(competition.settings());
            case ROUNDS -> round == null ? "" : Typed.mark(round.settings());
            default -> "";
        };
    }

    /** The answers of a choice as they are typed: a line each. */
    public String options(CriterionView criterion) {
        return criterion.options().stream()
                .map(option -> option.label() + " = "
                        + PlainDecimal.of(option.points()).toPlainString())
                .collect(Collectors.joining("\n"));
    }

    /** What is lacking at a step. */
    public long lacking(SetupStep at) {
        return gaps.stream().filter(gap -> gap.step() == at && gap.blocks()).count();
    }

    /** Whether anything was done at a step. */
    public boolean begun(SetupStep at) {
        return switch (at) {
            case BASICS -> true;
            case RUBRICS -> !rubrics.isEmpty();
            case POLICIES -> !policies.isEmpty();
            case ROUNDS -> !rounds.isEmpty();
            case JURIES -> !juries.isEmpty();
            case PREVIEW -> !rubrics.isEmpty();
            case CHECK -> gaps.stream().noneMatch(Gap::blocks);
        };
    }

    /** The evaluations that have not opened, in which a jury can still be seated. */
    public List<RoundView> seatable() {
        return rounds.stream()
                .filter(one -> one.kind() == RoundKind.EVALUATION && one.status() == RoundStatus.PLANNED)
                .toList();
    }

    /** The rounds in which teams enter projects. */
    public List<RoundView> calls() {
        return rounds.stream().filter(one -> one.kind() == RoundKind.INTAKE).toList();
    }

    /** Whether a round has not opened. */
    public boolean planned(UUID roundId) {
        return rounds.stream().anyMatch(one -> one.id().equals(roundId) && one.status() == RoundStatus.PLANNED);
    }

    /** The name of a round. */
    public String nameOf(UUID roundId) {
        return rounds.stream()
                .filter(one -> one.id().equals(roundId))
                .map(RoundView::name)
                .findFirst()
                .orElse("");
    }
}
