package org.regatta.deliberation.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Feedback;
import org.regatta.deliberation.Outcome;
import org.regatta.rubric.ScoreValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a single project's results are made of: its released decisions, and the evaluations that its ranking counted. */
@Repository
class TeamResultRepository {

    private static final TypeReference<Map<String, ScoreValue>> SCORES = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;

    TeamResultRepository(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A released decision with the round it rests on.
     *
     * @param ranked how many projects have a result, of the same category where these are ranked on their own
     * @param category of the project, where these are ranked on their own
     */
    record Released(
            UUID roundId,
            String roundName,
            Feedback feedback,
            @Nullable UUID rubricId,
            Outcome outcome,
            @Nullable BigDecimal result,
            @Nullable Integer rank,
            long ranked,
            @Nullable String category,
            Instant releasedAt) {}

    /** Those of a project whose rounds tell more than the decision, the first released first. */
    List<Released> released(UUID projectId) {
        return database.sql("""
                        select e.id, e.name, e.feedback, e.rubric_id, d.outcome, d.cumulative_result, d.rank, d.released_at,
                               (select count(*) from ranking k
                                  join ranking_row own on own.ranking_id = k.id and own.project_id = d.project_id
                                  join ranking_row w on w.ranking_id = k.id and w.cumulative_result is not null
                                 where k.round_id = e.id and k.state = 'APPROVED'
                                   and (w.category is not distinct from own.category
                                        or not coalesce(cast(k.policy ->> 'perCategory' as boolean), false))) as ranked,
                               (select own.category from ranking k
                                  join ranking_row own on own.ranking_id = k.id and own.project_id = d.project_id
                                 where k.round_id = e.id and k.state = 'APPROVED'
                                   and cast(k.policy ->> 'perCategory' as boolean)) as category
                          from decision d join round v on v.id = d.round_id join round e on e.id = v.decides_round_id
                         where d.project_id = :project and d.state = 'RELEASED' and d.outcome is not null
                           and e.feedback <> 'DECISION'
                         order by d.released_at, d.id""")
                .param("project", projectId)
                .query((row, number) -> new Released(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Feedback.valueOf(row.getString("feedback")),
                        row.getObject("rubric_id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getBigDecimal("cumulative_result"),
                        row.getObject("rank", Integer.class),
                        row.getLong("ranked"),
                        row.getString("category"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the jurors answered, without them, by round; as in the ranking, evaluations of ended assignments do not count. */
    Map<UUID, List<Map<String, ScoreValue>>> answers(List<UUID> roundIds, UUID projectId) {
        var answers = new HashMap<UUID, List<Map<String, ScoreValue>>>();
        if (roundIds.isEmpty()) {
            return answers;
        }
        database.sql("""
                        select e.round_id, e.scores from evaluation e join assignment a on a.id = e.assignment_id
                         where e.round_id in (:rounds) and e.project_id = :project and e.state = 'SUBMITTED'
                           and a.state = 'ACTIVE' and e.total is not null""").param("rounds", roundIds).param("project", projectId).query(row -> {
            answers.computeIfAbsent(row.getObject("round_id", UUID.class), id -> new ArrayList<>())
                    .add(scores(row.getString("scores")));
        });
        return answers;
    }

    private Map<String, ScoreValue> scores(String stored) {
        try {
            return json.readValue(stored, SCORES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored scores cannot be read", e);
        }
    }
}
