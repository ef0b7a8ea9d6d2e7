package org.regatta.ranking;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundView;
import org.regatta.ranking.scoring.RoundScores;
import org.regatta.ranking.scoring.RoundScores.LeftOut;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.ranking.scoring.RoundScores.Score;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
import org.regatta.rubric.ScoreValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a ranking is computed from, in four statements whatever the number of projects. Projects that withdrew or
 * were disqualified take no place.
 */
@Component
class RoundScoresReader {

    private static final TypeReference<Map<String, ScoreValue>> SCORES = new TypeReference<>() {};

    private final JdbcClient database;
    private final Rubrics rubrics;
    private final RankingJson json;

    RoundScoresReader(JdbcClient database, Rubrics rubrics, RankingJson json) {
        this.database = database;
        this.rubrics = rubrics;
        this.json = json;
    }

    RoundScores read(RoundView round) {
        var scores = scores(round);
        var leftOut = leftOut(round.id());
        var projects = database.sql("""
                        select p.id, p.category from participation t join project p on p.id = t.project_id
                        where t.round_id = :round and p.status not in ('DRAFT', 'WITHDRAWN', 'DISQUALIFIED')
                        order by p.number collate natural_order, p.id""")
                .param("round", round.id())
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Project(
                            id,
                            row.getString("category"),
                            scores.getOrDefault(id, List.of()),
                            leftOut.getOrDefault(id, List.of()));
                })
                .list();
        return new RoundScores(round.key(), projects, earlier(round));
    }

    private Map<UUID, List<Score>> scores(RoundView round) {
        var rubricId = round.rubricId();
        var rubric = rubricId == null ? null : rubrics.find(rubricId).orElse(null);
        var scores = new HashMap<UUID, List<Score>>();
        database.sql("""
                        select e.project_id, e.juror_id, j.label, j.weight, e.total, e.scores
                        from evaluation e
                        join assignment a on a.id = e.assignment_id
                        join juror j on j.id = e.juror_id
                        where e.round_id = :round and e.state = 'SUBMITTED' and a.state = 'ACTIVE' and e.total is not null
                        order by j.label collate natural_order, j.id""").param("round", round.id()).query(row -> {
            scores.computeIfAbsent(row.getObject("project_id", UUID.class), id -> new ArrayList<>())
                    .add(new Score(
                            row.getObject("juror_id", UUID.class),
                            row.getString("label"),
                            row.getBigDecimal("weight"),
                            row.getBigDecimal("total"),
                            criteria(rubric, row.getString("scores"))));
        });
        return scores;
    }

    private Map<String, BigDecimal> criteria(@Nullable RubricView rubric, String stored) {
        if (rubric == null) {
            return Map.of();
        }
        var answers = json.read(stored, SCORES);
        var points = new LinkedHashMap<String, BigDecimal>();
        for (var criterion : rubric.criteria()) {
            var answer = answers.get(criterion.key());
            var worth = answer == null ? null : criterion.points(answer);
            if (worth != null) {
                points.put(criterion.key(), worth);
            }
        }
        return points;
    }

    /** Recusals keep a juror from being assigned at all; those of the round's juries are named all the same. */
    private Map<UUID, List<LeftOut>> leftOut(UUID roundId) {
        var leftOut = new HashMap<UUID, List<LeftOut>>();
        database.sql("""
                        select x.project_id, x.juror_id, j.label, x.reason
                        from (
                            select a.project_id, a.juror_id,
                                   case a.state when 'ACTIVE' then 'NOT_SUBMITTED' else a.state end as reason
                            from assignment a
                            where a.round_id = :round
                              and not (a.state = 'ACTIVE' and exists (
                                  select 1 from evaluation e
                                  where e.assignment_id = a.id and e.state = 'SUBMITTED' and e.total is not null))
                            union
                            select r.project_id, r.juror_id, 'RECUSED'
                            from recusal r
                            join participation t on t.round_id = :round and t.project_id = r.project_id
                            join project p on p.id = r.project_id
                            join juror j on j.id = r.juror_id and j.active
                            join round_jury s on s.round_id = :round and s.jury_id = j.jury_id
                                 and (s.category is null or s.category = p.category)
                            where (r.round_id is null or r.round_id = :round)
                              and not exists (select 1 from assignment a where a.round_id = :round
                                              and a.project_id = r.project_id and a.juror_id = r.juror_id)) x
                        join juror j on j.id = x.juror_id
                        order by j.label collate natural_order, j.id""").param("round", roundId).query(row -> {
            leftOut.computeIfAbsent(row.getObject("project_id", UUID.class), id -> new ArrayList<>())
                    .add(new LeftOut(
                            row.getObject("juror_id", UUID.class),
                            row.getString("label"),
                            LeftOut.Reason.valueOf(row.getString("reason"))));
        });
        return leftOut;
    }

    private Map<String, Map<UUID, BigDecimal>> earlier(RoundView round) {
        var earlier = new HashMap<String, Map<UUID, BigDecimal>>();
        database.sql("""
                        select o.key, w.project_id, w.stage_result
                        from round o
                        join ranking k on k.round_id = o.id and k.state = 'APPROVED'
                        join ranking_row w on w.ranking_id = k.id
                        where o.competition_id = :competition and o.position < :position
                          and w.stage_result is not null""")
                .param("competition", round.competitionId())
                .param("position", round.position())
                .query(row -> {
                    earlier.computeIfAbsent(row.getString("key"), key -> new HashMap<>())
                            .put(row.getObject("project_id", UUID.class), row.getBigDecimal("stage_result"));
                });
        return earlier;
    }
}
