package org.regatta.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundStatus;
import org.regatta.identity.Place;
import org.regatta.jury.AssignmentState;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writing the table {@code evaluation}. Whoever writes has locked the assignment, and kept the round from closing. */
@Repository
class EvaluationRepository {

    static final String COLUMNS = """
            e.id, a.id as assignment_id, a.round_id, a.project_id, p.number, p.title, a.juror_id, j.label,
            e.state, e.scores, e.comment, e.total, e.submitted_at, e.saved_at, e.version""";

    private static final String DESK = "select " + COLUMNS + """
                    , a.person_id, a.state as assignment_state, r.status, r.rubric_id, rb.version as rubric_version,
                           r.closes_at + make_interval(secs => r.grace_seconds) as deadline, clock_timestamp() as now,
                           r.competition_id, c.program_id, c.zone
                      from assignment a
                      join project p on p.id = a.project_id
                      join juror j on j.id = a.juror_id
                      join round r on r.id = a.round_id
                      join competition c on c.id = r.competition_id
                      left join rubric rb on rb.id = r.rubric_id
                      left join evaluation e on e.assignment_id = a.id
                     where\s""";

    /** Waits for whoever writes the same evaluation or moves the round; many jurors share the lock on the round. */
    private static final String LOCKED = " for no key update of a for share of r";

    private final JdbcClient database;
    private final Scores scores;

    EvaluationRepository(JdbcClient database, Scores scores) {
        this.database = database;
        this.scores = scores;
    }

    Optional<Desk> find(UUID assignmentId, UUID personId) {
        return desk("a.id = :assignment and a.person_id = :person", assignmentId, personId);
    }

    /** Its evaluation may be older than the lock: what writes it must be conditional on its state. */
    Optional<Desk> lock(UUID assignmentId, UUID personId) {
        return desk("a.id = :assignment and a.person_id = :person" + LOCKED, assignmentId, personId);
    }

    Optional<UUID> assignment(UUID evaluationId) {
        return database.sql("select assignment_id from evaluation where id = ?")
                .param(evaluationId)
                .query(UUID.class)
                .optional();
    }

    Optional<Desk> lockByEvaluation(UUID evaluationId) {
        return database.sql(DESK + "a.id = (select assignment_id from evaluation where id = :evaluation)" + LOCKED)
                .param("evaluation", evaluationId)
                .query((row, number) -> desk(row))
                .optional();
    }

    /**
     * Stores a draft over the version that was read, or as the first; a reopened one stays reopened.
     *
     * @return the new version; empty if another version is stored, or it was handed in
     */
    Optional<Integer> saveDraft(Desk desk, Map<String, ScoreValue> typed, String comment, int version) {
        var evaluation = desk.evaluation();
        return database.sql("""
                        insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, comment,
                                                saved_at, version)
                        values (:id, :assignment, :round, :project, :juror, 'DRAFT', cast(:scores as jsonb), :comment,
                                :now, 1)
                        on conflict (assignment_id) do update
                           set scores = excluded.scores, comment = excluded.comment, saved_at = excluded.saved_at,
                               version = evaluation.version + 1
                         where evaluation.state in ('DRAFT', 'REOPENED') and evaluation.version = :version
                        returning version""")
                .param("id", Ids.next())
                .param("assignment", evaluation.assignmentId())
                .param("round", evaluation.roundId())
                .param("project", evaluation.projectId())
                .param("juror", evaluation.jurorId())
                .param("scores", scores.written(typed))
                .param("comment", comment)
                .param("now", at(desk.now()))
                .param("version", version)
                .query(Integer.class)
                .optional();
    }

    /**
     * Stores scores as handed in.
     *
     * @return the evaluation's id; empty if it was handed in before
     */
    Optional<UUID> submit(Desk desk, Map<String, ScoreValue> valid, String comment, @Nullable BigDecimal total) {
        var evaluation = desk.evaluation();
        return database.sql("""
                        insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, comment,
                                                total, submitted_at, saved_at, version)
                        values (:id, :assignment, :round, :project, :juror, 'SUBMITTED', cast(:scores as jsonb), :comment,
                                :total, :now, :now, 1)
                        on conflict (assignment_id) do update
                           set state = excluded.state, scores = excluded.scores, comment = excluded.comment,
                               total = excluded.total, submitted_at = excluded.submitted_at,
                               saved_at = excluded.saved_at, version = evaluation.version + 1
                         where evaluation.state in ('DRAFT', 'REOPENED')
                        returning id""")
                .param("id", Ids.next())
                .param("assignment", evaluation.assignmentId())
                .param("round", evaluation.roundId())
                .param("project", evaluation.projectId())
                .param("juror", evaluation.jurorId())
                .param("scores", scores.written(valid))
                .param("comment", comment)
                .param("total", total)
                .param("now", at(desk.now()))
                .query(UUID.class)
                .optional();
    }

    /** Gives a submitted evaluation back; false if it is not submitted. */
    boolean reopen(UUID evaluationId, UUID personId, String reason) {
        return database.sql("""
                                update evaluation set state = 'REOPENED', total = null, version = version + 1,
                                       reopened_at = clock_timestamp(), reopened_by = :person, reopened_reason = :reason
                                 where id = :id and state = 'SUBMITTED'""")
                        .param("id", evaluationId)
                        .param("person", personId)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /**
     * Gives an evaluation that was submitted less than {@code window} ago back to its juror.
     *
     * @return its id; empty if it is not submitted, or was earlier
     */
    Optional<UUID> takeBack(Desk desk, Duration window) {
        return database.sql("""
                        update evaluation set state = 'REOPENED', total = null, version = version + 1,
                               reopened_at = clock_timestamp(), reopened_by = :person, reopened_reason = ''
                         where assignment_id = :assignment and state = 'SUBMITTED'
                           and submitted_at > clock_timestamp() - make_interval(secs => :seconds)
                        returning id""")
                .param("assignment", desk.evaluation().assignmentId())
                .param("person", desk.personId())
                .param("seconds", window.toMillis() / 1000.0)
                .query(UUID.class)
                .optional();
    }

    /** Whether scores of the assignment are handed in, as seen by whoever holds its lock. */
    boolean submitted(UUID assignmentId) {
        return database.sql("""
                        select exists (select 1 from evaluation
                                        where assignment_id = :assignment and state = 'SUBMITTED')""")
                .param("assignment", assignmentId)
                .query(Boolean.class)
                .single();
    }

    /** Whether the person is in the chair of the jury this juror belongs to, and competes with no project. */
    boolean chairs(UUID personId, UUID jurorId, UUID competitionId) {
        return database.sql("""
                        select exists (select 1 from juror j join juror chair on chair.jury_id = j.jury_id
                                        where j.id = :juror and chair.person_id = :person and chair.chairs
                                          and chair.active)
                           and not exists (select 1 from team_member m join team t on t.id = m.team_id
                                            where m.person_id = :person and t.competition_id = :competition)""")
                .param("juror", jurorId)
                .param("person", personId)
                .param("competition", competitionId)
                .query(Boolean.class)
                .single();
    }

    /** An evaluation from {@link #COLUMNS}; what has not been saved is an empty draft. */
    EvaluationView evaluation(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var total = row.getBigDecimal("total");
        var comment = row.getString("comment");
        return new EvaluationView(
                row.getObject("id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getObject("juror_id", UUID.class),
                row.getString("label"),
                state == null ? EvaluationState.DRAFT : EvaluationState.valueOf(state),
                false,
                scores.read(row.getString("scores")),
                comment == null ? "" : comment,
                total == null ? null : ScoreValue.of(total).number(),
                instant(row, "submitted_at"),
                instant(row, "saved_at"),
                row.getInt("version"));
    }

    private Optional<Desk> desk(String condition, UUID assignmentId, UUID personId) {
        return database.sql(DESK + condition)
                .param("assignment", assignmentId)
                .param("person", personId)
                .query((row, number) -> desk(row))
                .optional();
    }

    private Desk desk(ResultSet row) throws SQLException {
        var evaluation = evaluation(row);
        var competitionId = row.getObject("competition_id", UUID.class);
        return new Desk(
                evaluation,
                row.getObject("person_id", UUID.class),
                AssignmentState.valueOf(row.getString("assignment_state")),
                RoundStatus.valueOf(row.getString("status")),
                instant(row, "deadline"),
                row.getObject("now", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("zone")),
                row.getObject("rubric_id", UUID.class),
                row.getInt("rubric_version"),
                Place.ofCompetition(row.getObject("program_id", UUID.class), competitionId)
                        .withProject(evaluation.projectId()),
                competitionId);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
