package org.regatta.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionSummary.Batch;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written together, and how to take it back: {@code decision_batch} and its rows. */
@Component
class DecisionBatches {

    private static final int SHOWN = 10;

    private final JdbcClient database;

    /** What a decision says. */
    record Content(
            @Nullable Outcome outcome,
            @Nullable Integer place,
            @Nullable String award,
            String reason,
            DecisionState state) {}

    /** A decision of a batch as it was before the batch, and as it is now. */
    record Compared(UUID projectId, Content before, Content now) {}

    DecisionBatches(JdbcClient database) {
        this.database = database;
    }

    /** Remembers these decisions as they are now, just before they are written. */
    UUID begin(UUID roundId, Collection<UUID> projectIds, UUID personId, Instant now) {
        var id = Ids.next();
        database.sql(
                        "insert into decision_batch (id, round_id, person_id, made_at) values (:id, :round, :person, :now)")
                .param("id", id)
                .param("round", roundId)
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                        insert into decision_batch_row (batch_id, project_id, outcome, place, award, reason, state,
                                                        prepared_by, prepared_at, version_after)
                        select :id, project_id, outcome, place, award, reason, state, prepared_by, prepared_at, version + 1
                          from decision where round_id = :round and project_id = any(cast(:projects as uuid[]))""")
                .param("id", id)
                .param("round", roundId)
                .param("projects", Ids.texts(projectIds))
                .update();
        return id;
    }

    /** The projects of a batch of the round that is not taken back; empty where there is none. */
    Set<UUID> projects(UUID roundId, UUID batchId) {
        return database.sql("""
                        select r.project_id from decision_batch b join decision_batch_row r on r.batch_id = b.id
                         where b.id = :batch and b.round_id = :round and b.undone_at is null""")
                .param("batch", batchId)
                .param("round", roundId)
                .query(UUID.class)
                .set();
    }

    /** The decisions of a batch, as they were before it and as they are. */
    List<Compared> compared(UUID roundId, UUID batchId) {
        return database.sql("""
                        select r.project_id, r.outcome, r.place, r.award, r.reason, r.state, d.outcome as outcome_now,
                               d.place as place_now, d.award as award_now, d.reason as reason_now, d.state as state_now
                          from decision_batch_row r
                          join decision d on d.round_id = :round and d.project_id = r.project_id
                         where r.batch_id = :batch order by d.id""")
                .param("batch", batchId)
                .param("round", roundId)
                .query((row, number) ->
                        new Compared(row.getObject("project_id", UUID.class), content(row, ""), content(row, "_now")))
                .list();
    }

    private static Content content(ResultSet row, String when) throws SQLException {
        var outcome = row.getString("outcome" + when);
        return new Content(
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("place" + when, Integer.class),
                row.getString("award" + when),
                row.getString("reason" + when),
                DecisionState.valueOf(row.getString("state" + when)));
    }

    /** Puts everything back as it was before; tells how many decisions were as the batch had left them. */
    int restore(UUID roundId, UUID batchId, UUID personId, Instant now) {
        var restored = database.sql("""
                        update decision d
                           set outcome = r.outcome, place = r.place, award = r.award, reason = r.reason, state = r.state,
                               prepared_by = r.prepared_by, prepared_at = r.prepared_at, version = d.version + 1
                          from decision_batch_row r
                         where r.batch_id = :batch and d.round_id = :round and d.project_id = r.project_id
                           and d.version = r.version_after""")
                .param("batch", batchId)
                .param("round", roundId)
                .update();
        database.sql("update decision_batch set undone_at = :now, undone_by = :person where id = :batch")
                .param("batch", batchId)
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return restored;
    }

    /** The latest batches, those with a project that is hidden from the viewer left out. */
    List<Batch> latest(UUID roundId, Collection<UUID> withheld) {
        return database.sql("""
                        select b.id, p.name as by, b.made_at, count(r.project_id) as decisions, b.undone_at,
                               b.undone_at is null and bool_and(coalesce(d.version = r.version_after, false)) as undoable
                          from decision_batch b
                          join person p on p.id = b.person_id
                          join decision_batch_row r on r.batch_id = b.id
                          left join decision d on d.round_id = b.round_id and d.project_id = r.project_id
                         where b.round_id = :round
                         group by b.id, p.name
                        having not bool_or(r.project_id = any(cast(:hidden as uuid[])))
                         order by b.made_at desc, b.id desc limit :shown""")
                .param("round", roundId)
                .param("hidden", Ids.texts(withheld))
                .param("shown", SHOWN)
                .query((row, number) -> {
                    var undone = row.getTimestamp("undone_at");
                    return new Batch(
                            row.getObject("id", UUID.class),
                            row.getString("by"),
                            row.getTimestamp("made_at").toInstant(),
                            row.getLong("decisions"),
                            undone == null ? null : undone.toInstant(),
                            row.getBoolean("undoable"));
                })
                .list();
    }
}
