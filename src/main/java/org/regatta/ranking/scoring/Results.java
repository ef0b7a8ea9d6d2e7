package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.ranking.scoring.Derivation.Counted;
import org.regatta.ranking.scoring.Derivation.Operand;
import org.regatta.ranking.scoring.Derivation.Step;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.ranking.scoring.RoundScores.Score;
import org.regatta.shared.PlainDecimal;

/** From the scores of a project to its stage result and its cumulative result. */
final class Results {

    private final ScoringPolicy policy;
    private final Inputs inputs;
    private final Corrections corrections;
    private final Aggregates aggregates;
    private final String roundKey;
    private final Map<String, Map<UUID, BigDecimal>> earlier;

    /**
     * Prepares what needs all projects: ranks and standardisation.
     *
     * @param projects that are compared with each other
     */
    Results(RoundScores round, List<Project> projects, ScoringPolicy policy) {
        this.policy = policy;
        this.inputs = new Inputs(projects, policy.input());
        this.corrections = new Corrections(projects, inputs, policy.correction());
        this.aggregates = new Aggregates(policy.aggregate());
        this.roundKey = round.roundKey();
        this.earlier = round.earlier();
    }

    ProjectResult of(Project project) {
        var notes = new ArrayList<Phrase>();
        var steps = new ArrayList<Step>();
        var scores = project.scores().isEmpty() ? List.<Counted>of() : correct(project.scores(), steps);
        BigDecimal stage = null;
        if (scores.size() < policy.minimumEvaluations()) {
            notes.add(Phrase.of("note.few", scores.size(), policy.minimumEvaluations()));
        } else {
            var aggregate =
                    aggregates.of(scores.stream().map(Counted::corrected).toList(), weights(project.scores()));
            if (aggregate == null) {
                notes.add(Phrase.of("note.ends", scores.size()));
            } else {
                scores = mark(scores, aggregate.trimmed());
                stage = aggregate.value().rounded(policy.rounding().stageResult());
                steps.add(stageStep(scores, aggregate, stage));
            }
        }
        var cumulative = stage == null ? null : cumulate(project.id(), stage, steps, notes);
        return new ProjectResult(project, scores, List.copyOf(steps), stage, cumulative, List.copyOf(notes));
    }

    private List<Counted> correct(List<Score> scores, List<Step> steps) {
        var values = scores.stream().map(inputs::of).toList();
        var middle = aggregates.middle(values, weights(scores));
        // only CLIP goes on from the rounded mean; elsewhere the mean is for the reader
        var mean = middle.value().rounded(policy.rounding().mean());
        if (policy.correction().kind() == Correction.Kind.CLIP) {
            var operands = IntStream.range(0, scores.size())
                    .mapToObj(i -> operand(scores.get(i), values.get(i)))
                    .toList();
            steps.add(new Step(
                    "mean",
                    middle.formula(),
                    operands,
                    middle.value().unrounded(),
                    policy.rounding().mean(),
                    mean));
        }
        return IntStream.range(0, scores.size())
                .mapToObj(i -> counted(scores.get(i), values.get(i), mean))
                .toList();
    }

    private Counted counted(Score score, BigDecimal input, BigDecimal mean) {
        var corrected = corrections.correct(score, input, mean);
        var rounding = policy.rounding().corrected();
        var value =
                rounding == null ? corrected.value() : corrected.value().setScale(rounding.decimals(), rounding.mode());
        var words = Stream.of(inputs.words(score), corrected.words())
                .flatMap(Stream::ofNullable)
                .toList();
        return new Counted(
                score.jurorId(),
                score.juror(),
                PlainDecimal.of(score.weight()),
                PlainDecimal.of(score.points()),
                score.criteria(),
                input,
                corrected.value(),
                value,
                false,
                words);
    }

    private static List<Counted> mark(List<Counted> scores, Set<Integer> trimmed) {
        return IntStream.range(0, scores.size())
                .mapToObj(i -> trimmed.contains(i) ? trimmed(scores.get(i)) : scores.get(i))
                .toList();
    }

    private static Counted trimmed(Counted score) {
        return new Counted(
                score.jurorId(),
                score.juror(),
                score.weight(),
                score.points(),
                score.criteria(),
                score.input(),
                score.unrounded(),
                score.corrected(),
                true,
                score.notes());
    }

    private Step stageStep(List<Counted> scores, Aggregates.Result aggregate, BigDecimal stage) {
        var operands = scores.stream()
                .filter(score -> !score.trimmed())
                .map(score ->
                        new Operand(score.juror(), score.corrected(), aggregates.weighted() ? score.weight() : null))
                .toList();
        return new Step(
                "stageResult",
                aggregate.formula(),
                operands,
                aggregate.value().unrounded(),
                policy.rounding().stageResult(),
                stage);
    }

    private @Nullable BigDecimal cumulate(UUID projectId, BigDecimal stage, List<Step> steps, List<Phrase> notes) {
        if (policy.roundWeights().isEmpty()) {
            return stage;
        }
        var operands = new ArrayList<Operand>();
        for (var weight : policy.roundWeights().entrySet()) {
            var key = weight.getKey();
            var result = key.equals(roundKey)
                    ? stage
                    : earlier.getOrDefault(key, Map.of()).get(projectId);
            if (result == null) {
                notes.add(Phrase.of("note.round", key));
            } else {
                operands.add(new Operand(key, result, weight.getValue()));
            }
        }
        if (operands.size() < policy.roundWeights().size()) {
            return null;
        }
        var sum = operands.stream().map(Results::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
        var rounding = policy.rounding().cumulativeResult();
        var value = Quotient.whole(sum).rounded(rounding);
        steps.add(new Step(
                "cumulativeResult", Phrase.of("formula.rounds"), operands, PlainDecimal.of(sum), rounding, value));
        return value;
    }

    private static BigDecimal weighted(Operand operand) {
        var weight = operand.weight();
        return weight == null ? operand.value() : operand.value().multiply(weight);
    }

    private Operand operand(Score score, BigDecimal value) {
        return new Operand(score.juror(), value, aggregates.weighted() ? PlainDecimal.of(score.weight()) : null);
    }

    private static List<BigDecimal> weights(List<Score> scores) {
        return scores.stream().map(Score::weight).toList();
    }
}
