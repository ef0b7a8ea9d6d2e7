package org.regatta.ranking.scoring;

import static org.regatta.ranking.scoring.Quotient.PRECISION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Correction;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.ranking.scoring.RoundScores.Score;
import org.regatta.shared.PlainDecimal;

/** What the policy does to a juror's score before it counts. */
final class Corrections {

    /** A corrected score, not yet rounded. */
    record Corrected(BigDecimal value, @Nullable Phrase words) {}

    private record Scale(BigDecimal mean, BigDecimal deviation, int count) {}

    private final Correction correction;
    private final Map<UUID, Scale> jurors = new HashMap<>();
    private @Nullable Scale target;

    Corrections(List<Project> projects, Inputs inputs, Correction correction) {
        this.correction = correction;
        if (correction.kind() == Correction.Kind.Z_SCORE) {
            measure(projects, inputs);
        }
    }

    /**
     * The score that goes on.
     *
     * @param mean of the project's scores, the middle that CLIP measures from
     */
    Corrected correct(Score score, BigDecimal input, BigDecimal mean) {
        return switch (correction.kind()) {
            case NONE -> new Corrected(input, null);
            case CLIP -> clip(input, mean);
            case Z_SCORE -> standardise(score, input);
        };
    }

    private Corrected clip(BigDecimal input, BigDecimal mean) {
        var limit = correction.limit();
        if (limit == null) {
            throw new IllegalArgumentException("CLIP without a limit");
        }
        var distance = input.subtract(mean);
        if (distance.abs().compareTo(limit) <= 0) {
            return new Corrected(input, null);
        }
        var pulled = PlainDecimal.of(distance.signum() > 0 ? mean.add(limit) : mean.subtract(limit));
        return new Corrected(pulled, Phrase.of("clipped", input, limit, mean, pulled));
    }

    /** z = (x − mean) ÷ deviation of this juror, put on the target scale: target mean + target deviation × z. */
    private Corrected standardise(Score score, BigDecimal input) {
        var juror = jurors.get(score.jurorId());
        var to = target;
        if (juror == null || to == null || juror.deviation().signum() == 0) {
            return new Corrected(
                    input,
                    juror == null || juror.count() < 2
                            ? Phrase.of("standardised.few")
                            : Phrase.of("standardised.equal"));
        }
        var value = PlainDecimal.of(to.deviation()
                .multiply(input.subtract(juror.mean()))
                .divide(juror.deviation(), PRECISION)
                .add(to.mean(), PRECISION));
        return new Corrected(
                value,
                Phrase.of(
                        "standardised",
                        to.mean(),
                        to.deviation(),
                        input,
                        juror.mean(),
                        juror.deviation(),
                        juror.count()));
    }

    private void measure(List<Project> projects, Inputs inputs) {
        var given = new HashMap<UUID, List<BigDecimal>>();
        var all = new ArrayList<BigDecimal>();
        for (var project : projects) {
            for (var score : project.scores()) {
                var input = inputs.of(score);
                given.computeIfAbsent(score.jurorId(), juror -> new ArrayList<>())
                        .add(input);
                all.add(input);
            }
        }
        given.forEach((juror, values) -> jurors.put(juror, scale(values)));
        var mean = correction.targetMean();
        var deviation = correction.targetDeviation();
        if (mean != null && deviation != null) {
            target = new Scale(mean, deviation, all.size());
        } else if (!all.isEmpty()) {
            target = scale(all);
        }
    }

    private static Scale scale(List<BigDecimal> values) {
        var variance = Quotient.variance(values);
        return new Scale(
                Quotient.mean(values).unrounded(),
                variance == null
                        ? BigDecimal.ZERO
                        : PlainDecimal.of(variance.unrounded().sqrt(PRECISION)),
                values.size());
    }
}
