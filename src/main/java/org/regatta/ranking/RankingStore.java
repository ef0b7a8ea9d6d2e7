package org.regatta.ranking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.ranking.Rankings.Order;
import org.regatta.ranking.scoring.Derivation;
import org.regatta.ranking.scoring.Ranked;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code ranking} and {@code ranking_row}. */
@Component
class RankingStore {

    private static final int BATCH = 500;

    private static final String ROWS = """
            select w.project_id, p.number, p.title, w.category, w.position, w.rank, w.stage_result, w.cumulative_result,
                   w.advances
            from ranking_row w join project p on p.id = w.project_id
            where w.ranking_id = :ranking and not (w.project_id = any(cast(:withheld as uuid[])))
            """;

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    RankingStore(JdbcClient database, JdbcOperations batches) {
        this.database = database;
        this.batches = batches;
    }

    /** A ranking that nothing replaced. */
    record Current(UUID id, RankingView.State state) {}

    /** Lets one at a time compute or approve the round's ranking, until the transaction ends. */
    void lock(UUID roundId) {
        database.sql("select id from round where id = :round for no key update")
                .param("round", roundId)
                .query(UUID.class)
                .optional();
    }

    Optional<Current> current(UUID roundId) {
        return database.sql("select id, state from ranking where round_id = :round and state <> 'REPLACED'")
                .param("round", roundId)
                .query(Current.class)
                .optional();
    }

    /** Puts a new proposal in the place of the one before. */
    UUID propose(UUID roundId, ScoringPolicy policy, Ranked ranked, Instant now) {
        database.sql("update ranking set state = 'REPLACED', version = version + 1"
                        + " where round_id = :round and state = 'PROPOSED'")
                .param("round", roundId)
                .update();
        var id = Ids.next();
        database.sql("""
                        insert into ranking (id, round_id, state, policy, juror_statistics, computed_at)
                        values (:id, :round, 'PROPOSED', cast(:policy as jsonb), cast(:jurors as jsonb), :now)""")
                .param("id", id)
                .param("round", roundId)
                .param("policy", write(policy))
                .param("jurors", write(ranked.jurors()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        batches.batchUpdate("""
                insert into ranking_row (ranking_id, project_id, position, rank, category, stage_result,
                                         cumulative_result, advances, derivation)
                values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""", ranked.rows(), BATCH, (statement, row) -> {
            statement.setObject(1, id);
            statement.setObject(2, row.projectId());
            statement.setInt(3, row.position());
            statement.setObject(4, row.rank(), java.sql.Types.INTEGER);
            statement.setString(5, row.category());
            statement.setBigDecimal(6, row.stageResult());
            statement.setBigDecimal(7, row.cumulativeResult());
            statement.setObject(8, row.advances(), java.sql.Types.BOOLEAN);
            statement.setString(9, write(row.derivation()));
        });
        return id;
    }

    /** Whether it was still a proposal. */
    boolean approve(UUID rankingId, UUID personId, Instant now) {
        return database.sql("""
                                update ranking set state = 'APPROVED', approved_by = :person, approved_at = :now,
                                                   version = version + 1
                                where id = :id and state = 'PROPOSED'""")
                        .param("id", rankingId)
                        .param("person", personId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether a deliberation about the round's ranking is going on. */
    boolean inDeliberation(UUID roundId) {
        return database.sql(
                        "select exists (select 1 from round where decides_round_id = :round and status in ('OPEN', 'CLOSED'))")
                .param("round", roundId)
                .query(Boolean.class)
                .single();
    }

    RankingView view(UUID rankingId, Set<UUID> withheld) {
        return database.sql("""
                        select k.id, k.round_id, k.state, k.policy, k.computed_at, k.approved_at, k.approved_by,
                               count(w.project_id) as projects, count(*) filter (where w.advances) as advancing,
                               count(*) filter (where w.project_id is not null and w.advances is null) as undecided
                        from ranking k
                        left join ranking_row w on w.ranking_id = k.id
                                                and not (w.project_id = any(cast(:withheld as uuid[])))
                        where k.id = :id group by k.id""")
                .param("id", rankingId)
                .param("withheld", Ids.texts(withheld))
                .query((row, number) -> new RankingView(
                        row.getObject("id", UUID.class),
                        row.getObject("round_id", UUID.class),
                        RankingView.State.valueOf(row.getString("state")),
                        read(row.getString("policy"), ScoringPolicy.class),
                        row.getTimestamp("computed_at").toInstant(),
                        instant(row, "approved_at"),
                        row.getObject("approved_by", UUID.class),
                        row.getInt("projects"),
                        row.getInt("advancing"),
                        row.getInt("undecided")))
                .single();
    }

    Page<RankingRowView> rows(UUID rankingId, Set<UUID> withheld, Order order, PageRequest page) {
        var direction = order.descending() ? " desc" : " asc";
        var items = database.sql(ROWS + "order by " + column(order) + direction
                        + " nulls last, w.position limit :size offset :offset")
                .param("ranking", rankingId)
                .param("withheld", Ids.texts(withheld))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(RankingRowView.class)
                .list();
        var total = database.sql("select count(*) from ranking_row w where w.ranking_id = :ranking"
                        + " and not (w.project_id = any(cast(:withheld as uuid[])))")
                .param("ranking", rankingId)
                .param("withheld", Ids.texts(withheld))
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Optional<RankingRowView> row(UUID rankingId, UUID projectId) {
        return database.sql(ROWS + "and w.project_id = :project")
                .param("ranking", rankingId)
                .param("withheld", Ids.texts(Set.of()))
                .param("project", projectId)
                .query(RankingRowView.class)
                .optional();
    }

    Derivation derivation(UUID rankingId, UUID projectId) {
        return database.sql("select derivation from ranking_row where ranking_id = :ranking and project_id = :project")
                .param("ranking", rankingId)
                .param("project", projectId)
                .query((row, number) -> read(row.getString("derivation"), Derivation.class))
                .single();
    }

    List<JurorStatistics> jurors(UUID rankingId) {
        return database.sql("select juror_statistics from ranking where id = :id")
                .param("id", rankingId)
                .query((row, number) -> List.of(read(row.getString("juror_statistics"), JurorStatistics[].class)))
                .single();
    }

    List<RankedProject> ranked(UUID rankingId) {
        return database.sql("""
                        select project_id, category, position, rank, stage_result, cumulative_result, advances
                        from ranking_row where ranking_id = :id order by position""")
                .param("id", rankingId)
                .query(RankedProject.class)
                .list();
    }

    private static String column(Order order) {
        return switch (order.column()) {
            case POSITION -> "w.position";
            case NUMBER -> "p.number collate natural_order";
            case TITLE -> "p.title";
            case STAGE_RESULT -> "w.stage_result";
            case CUMULATIVE_RESULT -> "w.cumulative_result";
        };
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ranking cannot be written as JSON", e);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored ranking cannot be read", e);
        }
    }
}
