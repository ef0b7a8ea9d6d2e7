package org.regatta.ranking.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.regatta.competition.ScoringPolicy;
import org.regatta.ranking.scoring.Derivation.Counted;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.shared.PlainDecimal;

/** Applies a scoring policy to the scores of a round. */
public final class Scoring {

    private Scoring() {}

    /**
     * The ranking. Takes time in proportion to the number of scores, but for sorting.
     *
     * @param policy without findings
     */
    public static Ranked rank(RoundScores round, ScoringPolicy policy) {
        var all = new ArrayList<ProjectResult>(round.projects().size());
        var lists = new ArrayList<List<ProjectResult>>();
        for (var compared : compared(round.projects(), policy.perCategory())) {
            var results = new Results(round, compared, policy);
            lists.add(compared.stream().map(results::of).toList());
            all.addAll(lists.getLast());
        }
        var placing = new Placing(policy, new Ties(policy, round.earlier()), new Uncertainty(all, policy));
        lists.forEach(placing::add);
        return new Ranked(placing.rows(), statistics(all));
    }

    /** Lists of projects to be compared with each other: by category, those without one last; or all. */
    private static List<List<Project>> compared(List<Project> projects, boolean perCategory) {
        if (!perCategory) {
            return List.of(projects);
        }
        var categories = new LinkedHashMap<String, List<Project>>();
        projects.stream()
                .sorted(Comparator.comparing(Project::category, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(project -> categories
                        .computeIfAbsent(
                                Objects.requireNonNullElse(project.category(), ""), category -> new ArrayList<>())
                        .add(project));
        return List.copyOf(categories.values());
    }

    private static List<JurorStatistics> statistics(List<ProjectResult> results) {
        var jurors = new LinkedHashMap<UUID, Gathered>();
        for (var result : results) {
            if (result.scores().isEmpty()) {
                continue;
            }
            var mean = Quotient.mean(
                            result.scores().stream().map(Counted::points).toList())
                    .unrounded();
            for (var score : result.scores()) {
                jurors.computeIfAbsent(score.jurorId(), id -> new Gathered(score.juror()))
                        .add(score, mean);
            }
        }
        return jurors.entrySet().stream()
                .map(entry -> entry.getValue().statistics(entry.getKey()))
                .sorted(Comparator.comparing(JurorStatistics::juror).thenComparing(JurorStatistics::jurorId))
                .toList();
    }

    private static final class Gathered {

        private final String juror;
        private final List<BigDecimal> points = new ArrayList<>();
        private final List<BigDecimal> distances = new ArrayList<>();
        private int corrected;

        Gathered(String juror) {
            this.juror = juror;
        }

        void add(Counted score, BigDecimal mean) {
            points.add(score.points());
            distances.add(score.points().subtract(mean));
            corrected += score.changed() ? 1 : 0;
        }

        JurorStatistics statistics(UUID jurorId) {
            var variance = Quotient.variance(points);
            return new JurorStatistics(
                    jurorId,
                    juror,
                    points.size(),
                    Quotient.mean(points).unrounded(),
                    variance == null
                            ? null
                            : PlainDecimal.of(variance.unrounded().sqrt(Quotient.PRECISION)),
                    Quotient.mean(distances).unrounded(),
                    corrected);
        }
    }
}
