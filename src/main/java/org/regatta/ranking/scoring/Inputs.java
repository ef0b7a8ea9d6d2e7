package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy.Input;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.ranking.scoring.RoundScores.Score;
import org.regatta.shared.PlainDecimal;

/**
 * What is aggregated: the points themselves, or the rank they have among the points the same juror gave. Equal points
 * share the mean of the ranks they cover (midranks; Conover, Practical Nonparametric Statistics, 3rd ed., 5.1), so that
 * every juror hands out the same sum of ranks.
 */
final class Inputs {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Input kind;
    private final Map<UUID, Map<BigDecimal, BigDecimal>> ranks = new HashMap<>();
    private final Map<UUID, Integer> counts = new HashMap<>();

    Inputs(List<Project> projects, Input kind) {
        this.kind = kind;
        if (kind == Input.RANKS) {
            byJuror(projects).forEach((juror, points) -> {
                ranks.put(juror, midranks(points));
                counts.put(juror, points.size());
            });
        }
    }

    BigDecimal of(Score score) {
        var points = PlainDecimal.of(score.points());
        if (kind == Input.POINTS) {
            return points;
        }
        var rank = ranks.getOrDefault(score.jurorId(), Map.of()).get(points);
        if (rank == null) {
            throw new IllegalArgumentException("The score is not one of the round's");
        }
        return rank;
    }

    /** How the input came about; null for points. */
    @Nullable
    Phrase words(Score score) {
        var count = counts.get(score.jurorId());
        return kind == Input.POINTS || count == null ? null : Phrase.of("ranked", of(score), count);
    }

    private static Map<UUID, List<BigDecimal>> byJuror(List<Project> projects) {
        var points = new HashMap<UUID, List<BigDecimal>>();
        for (var project : projects) {
            for (var score : project.scores()) {
                points.computeIfAbsent(score.jurorId(), juror -> new ArrayList<>())
                        .add(PlainDecimal.of(score.points()));
            }
        }
        return points;
    }

    private static Map<BigDecimal, BigDecimal> midranks(List<BigDecimal> points) {
        var sorted = points.stream().sorted(Comparator.reverseOrder()).toList();
        var byPoints = new HashMap<BigDecimal, BigDecimal>();
        var from = 0;
        while (from < sorted.size()) {
            var to = from;
            while (to < sorted.size() && sorted.get(to).equals(sorted.get(from))) {
                to++;
            }
            // places from + 1 to `to`, both included
            byPoints.put(
                    sorted.get(from),
                    PlainDecimal.of(BigDecimal.valueOf(from + 1L + to).divide(TWO)));
            from = to;
        }
        return byPoints;
    }
}
