package org.regatta.imports.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.imports.bundle.Bundle;
import org.regatta.imports.bundle.CompetitionPlan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the scores of a competition judged elsewhere, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ScoreWriter {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    ScoreWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the scores of a bundle, those of recused jurors left out. */
    void keep(
            UUID competitionId,
            Bundle bundle,
            Map<String, UUID> numbers,
            Map<String, UUID> jurors,
            Map<String, UUID> roundIds) {
        var only = onlyCriteria(Objects.requireNonNull(bundle.plan()));
        var rows = new ArrayList<Object[]>();
        for (var score : bundle.scores()) {
            if (score.value().isEmpty()) {
                continue;
            }
            var criterion = score.criterion() == null ? only.get(score.round()) : score.criterion();
            rows.add(new Object[] {
                competitionId,
                ImportSteps.known(roundIds, score.round()),
                ImportSteps.known(numbers, score.project()),
                ImportSteps.known(jurors, BundleWriter.jurorKey(score.jury(), score.juror())),
                criterion,
                score.value()
            });
        }
        jdbc.batchUpdate("""
                insert into imported_score (competition_id, round_id, project_id, juror_id, criterion, value)
                values (?, ?, ?, ?, ?, ?)
                """, rows, BATCH, (statement, row) -> {
            for (int i = 0; i < row.length; i++) {
                statement.setObject(i + 1, row[i]);
            }
        });
    }

    /** By round: the one criterion of its rubric. */
    private static Map<String, String> onlyCriteria(CompetitionPlan plan) {
        Map<String, String> keys = new HashMap<>();
        for (var round : plan.rounds()) {
            var rubric = plan.rubric(round.rubric());
            if (rubric != null && rubric.criteria().size() == 1) {
                keys.put(round.key(), rubric.criteria().getFirst().key());
            }
        }
        return keys;
    }
}
