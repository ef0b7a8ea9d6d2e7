package org.regatta.deliberation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankedProject;
import org.regatta.shared.Ids;
import org.regatta.shared.PlainDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code decision}. Ids follow the ranking, so that sorting by id lists the best first. */
@Repository
class DecisionRepository {

    private final JdbcClient database;

    DecisionRepository(JdbcClient database) {
        this.database = database;
    }

    /** A decision held until the transaction ends; {@code running} is false for projects that left the competition. */
    record Locked(
            UUID projectId,
            String number,
            String title,
            boolean running,
            DecisionState state,
            @Nullable Outcome proposed,
            @Nullable Outcome outcome,
            @Nullable UUID preparedBy) {}

    /** Proposes what the ranking says; projects that have a decision in this round keep it. */
    void propose(UUID roundId, List<RankedProject> ranked) {
        database.sql("""
                        insert into decision (id, round_id, project_id, rank, cumulative_result, proposed, outcome, state)
                        select n.id, :round, n.project_id, n.rank, n.cumulative, n.proposed, n.proposed, 'PROPOSED'
                          from unnest(cast(:ids as uuid[]), cast(:projects as uuid[]), cast(:ranks as integer[]),
                                      cast(:cumulatives as numeric[]), cast(:proposals as text[]))
                               as n (id, project_id, rank, cumulative, proposed)
                        on conflict (round_id, project_id) do nothing""")
                .param("round", roundId)
                .param("ids", column(ranked, any -> Ids.next()))
                .param("projects", column(ranked, RankedProject::projectId))
                .param("ranks", column(ranked, RankedProject::rank))
                .param("cumulatives", column(ranked, RankedProject::cumulativeResult))
                .param("proposals", column(ranked, DecisionRepository::proposed))
                .update();
    }

    /** All decisions of a round, the best first. */
    List<Locked> lock(UUID roundId) {
        return read(roundId, " for update of d");
    }

    /** The same, as they are, not held. */
    List<Locked> all(UUID roundId) {
        return read(roundId, "");
    }

    private List<Locked> read(UUID roundId, String lock) {
        return database.sql("""
                        select d.project_id, p.number, p.title, p.status in ('SUBMITTED', 'ADVANCED', 'AWARDED') as running,
                               d.state, d.proposed, d.outcome, d.prepared_by
                          from decision d join project p on p.id = d.project_id
                         where d.round_id = :round order by d.id""" + lock)
                .param("round", roundId)
                .query(Locked.class)
                .list();
    }

    void prepare(UUID roundId, List<NewDecision> decisions, UUID personId, Instant now) {
        database.sql("""
                        update decision d
                           set outcome = n.outcome, place = n.place, award = n.award, reason = n.reason,
                               state = 'PREPARED', prepared_by = :person, prepared_at = :now, version = d.version + 1
                          from unnest(cast(:projects as uuid[]), cast(:outcomes as text[]), cast(:places as integer[]),
                                      cast(:awards as text[]), cast(:reasons as text[]))
                               as n (project_id, outcome, place, award, reason)
                         where d.round_id = :round and d.project_id = n.project_id""")
                .param("round", roundId)
                .param("projects", column(decisions, NewDecision::projectId))
                .param("outcomes", column(decisions, NewDecision::outcome))
                .param("places", column(decisions, NewDecision::place))
                .param("awards", column(decisions, NewDecision::award))
                .param("reasons", column(decisions, NewDecision::reason))
                .param("person", personId)
                .param("now", at(now))
                .update();
    }

    void approve(UUID roundId, UUID personId, Instant now) {
        database.sql("""
                        update decision set state = 'APPROVED', approved_by = :person, approved_at = :now,
                                            version = version + 1
                         where round_id = :round and state in ('PROPOSED', 'PREPARED')""")
                .param("round", roundId)
                .param("person", personId)
                .param("now", at(now))
                .update();
    }

    void release(UUID roundId, Instant now) {
        database.sql("""
                        update decision set state = 'RELEASED', released_at = :now, version = version + 1
                         where round_id = :round and state = 'APPROVED'""").param("round", roundId).param("now", at(now)).update();
    }

    /** Approved decisions are prepared again; those nobody had touched are proposals again. */
    void reopen(UUID roundId) {
        database.sql("""
                        update decision set state = case when prepared_by is null then 'PROPOSED' else 'PREPARED' end,
                                            approved_by = null, approved_at = null, version = version + 1
                         where round_id = :round and state = 'APPROVED'""").param("round", roundId).update();
    }

    List<ReleasedDecision> released(UUID projectId) {
        return database.sql("""
                        select round_id, project_id, outcome, place, award, rank, cumulative_result, released_at
                          from decision
                         where project_id = :project and state = 'RELEASED' and outcome is not null
                         order by released_at, id""")
                .param("project", projectId)
                .query((row, number) -> new ReleasedDecision(
                        row.getObject("round_id", UUID.class),
                        row.getObject("project_id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("place", Integer.class),
                        row.getString("award"),
                        row.getObject("rank", Integer.class),
                        row.getBigDecimal("cumulative_result"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    static DecisionView view(ResultSet row) throws SQLException {
        return new DecisionView(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("category"),
                row.getObject("rank", Integer.class),
                plain(row.getBigDecimal("cumulative_result")),
                outcome(row.getString("proposed")),
                outcome(row.getString("outcome")),
                row.getObject("place", Integer.class),
                row.getString("award"),
                row.getString("reason"),
                DecisionState.valueOf(row.getString("state")),
                row.getObject("prepared_by", UUID.class),
                instant(row, "prepared_at"),
                instant(row, "released_at"));
    }

    private static @Nullable Outcome proposed(RankedProject ranked) {
        var advances = ranked.advances();
        return advances == null ? null : advances ? Outcome.ADVANCES : Outcome.NOT_SELECTED;
    }

    private static @Nullable Outcome outcome(@Nullable String stored) {
        return stored == null ? null : Outcome.valueOf(stored);
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal stored) {
        return stored == null ? null : PlainDecimal.of(stored);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        var column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            var cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }
}
