package org.regatta.ranking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.ranking.scoring.Derivation;
import org.regatta.ranking.scoring.Ranked;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code ranking} and {@code ranking_row}. */
@Component
class RankingStore {

    private static final int BATCH = 500;

    private final JdbcClient database;
    private final JdbcOperations batches;
    private final RankingJson json;

    RankingStore(JdbcClient database, JdbcOperations batches, RankingJson json) {
        this.database = database;
        this.batches = batches;
        this.json = json;
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

    /** Those of which the current ranking is approved. */
    Set<UUID> approved(Collection<UUID> roundIds) {
        return database.sql("select round_id from ranking where state = 'APPROVED' and round_id in (:rounds)")
                .param("rounds", roundIds)
                .query(UUID.class)
                .set();
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
                .param("policy", json.write(policy))
                .param("jurors", json.write(ranked.jurors()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        batches.batchUpdate("""
                insert into ranking_row (ranking_id, project_id, position, rank, category, stage_result,
                                         cumulative_result, advances, margin, disputed, derivation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""", ranked.rows(), BATCH, (statement, row) -> {
            statement.setObject(1, id);
            statement.setObject(2, row.projectId());
            statement.setInt(3, row.position());
            statement.setObject(4, row.rank(), java.sql.Types.INTEGER);
            statement.setString(5, row.category());
            statement.setBigDecimal(6, row.stageResult());
            statement.setBigDecimal(7, row.cumulativeResult());
            statement.setObject(8, row.advances(), java.sql.Types.BOOLEAN);
            statement.setBigDecimal(9, row.margin());
            statement.setBoolean(10, row.disputed());
            statement.setString(11, json.write(row.derivation()));
        });
        markNearCut(id, policy);
        return id;
    }

    /** Marks the rows whose interval contains the cut: the threshold, the tie across the cut, or the middle of both sides. */
    private void markNearCut(UUID id, ScoringPolicy policy) {
        if (policy.advance().kind() == ScoringPolicy.Advance.Kind.BY_HAND) {
            return;
        }
        database.sql("""
                        update ranking_row w set near_cut = true
                        from (select case when :perCategory then category end as category,
                                     coalesce(cast(:threshold as numeric),
                                              max(cumulative_result) filter (where advances is null),
                                              (min(cumulative_result) filter (where advances)
                                               + max(cumulative_result) filter (where not advances)) / 2) as cut
                              from ranking_row where ranking_id = :id group by 1) c
                        where w.ranking_id = :id and w.margin is not null
                          and (not :perCategory or w.category is not distinct from c.category)
                          and abs(w.cumulative_result - c.cut) <= w.margin""")
                .param("id", id)
                .param("perCategory", policy.perCategory())
                .param("threshold", policy.advance().threshold())
                .update();
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
                        json.read(row.getString("policy"), ScoringPolicy.class),
                        row.getTimestamp("computed_at").toInstant(),
                        instant(row, "approved_at"),
                        row.getObject("approved_by", UUID.class),
                        row.getInt("projects"),
                        row.getInt("advancing"),
                        row.getInt("undecided")))
                .single();
    }

    Derivation derivation(UUID rankingId, UUID projectId) {
        return database.sql("select derivation from ranking_row where ranking_id = :ranking and project_id = :project")
                .param("ranking", rankingId)
                .param("project", projectId)
                .query((row, number) -> json.read(row.getString("derivation"), Derivation.class))
                .single();
    }

    List<JurorStatistics> jurors(UUID rankingId) {
        return database.sql("select juror_statistics from ranking where id = :id")
                .param("id", rankingId)
                .query((row, number) -> List.of(json.read(row.getString("juror_statistics"), JurorStatistics[].class)))
                .single();
    }

    /** Whether one of these projects is in the ranking. */
    boolean ranks(UUID rankingId, Set<UUID> projects) {
        return !projects.isEmpty()
                && database.sql("""
                                select exists (select 1 from ranking_row where ranking_id = :id
                                               and project_id = any(cast(:projects as uuid[])))""")
                        .param("id", rankingId)
                        .param("projects", Ids.texts(projects))
                        .query(Boolean.class)
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

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
