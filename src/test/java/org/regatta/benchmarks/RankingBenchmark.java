package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.millis;

import org.regatta.ranking.Calibration;
import org.regatta.shared.Ids;

/** Ranking a judged round by its policy, every number with its derivation; against one grouped statement. */
final class RankingBenchmark {

    private static final int TIMES = 3;

    private final RunningRegatta regatta;
    private final Figures figures;

    RankingBenchmark(RunningRegatta regatta, Figures figures) {
        this.regatta = regatta;
        this.figures = figures;
    }

    void run(Season judged) {
        judged.judgeTheRestAndClose();
        regatta.settle();
        var calibration = regatta.bean(Calibration.class);
        calibration.compute(judged.roundId);
        plain(judged);
        var ours = Times.repeated(TIMES, () -> calibration.compute(judged.roundId));
        var floor = Times.repeated(TIMES, () -> plain(judged));
        figures.withoutGoal(
                "rank %,d projects × 3 evaluations, with derivations".formatted(judged.projectCount()),
                millis(ours.medianMillis()),
                millis(floor.medianMillis()) + ", SQL: group by, rank, insert",
                ours.medianMillis() / floor.medianMillis());
    }

    private void plain(Season judged) {
        var rankingId = Ids.next();
        var rows = regatta.inTransaction(() -> {
            regatta.jdbc()
                    .sql(
                            "insert into ranking (id, round_id, state, policy, computed_at) values (?, ?, 'REPLACED', '{}', now())")
                    .params(rankingId, judged.roundId)
                    .update();
            return regatta.jdbc().sql("""
                            insert into ranking_row (ranking_id, project_id, position, rank, stage_result,
                                                     cumulative_result, advances, derivation)
                            select ?, project_id, row_number() over (order by mean desc, project_id),
                                   rank() over (order by mean desc), mean, mean,
                                   rank() over (order by mean desc) <= 40, scores
                            from (select project_id, round(avg(total), 2) as mean, jsonb_agg(scores) as scores
                                  from evaluation where round_id = ? and state = 'SUBMITTED' group by project_id) x""").params(rankingId, judged.roundId).update();
        });
        if (rows != judged.projectCount()) {
            throw new IllegalStateException("ranked " + rows);
        }
    }
}
