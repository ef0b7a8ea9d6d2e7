package org.regatta.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.EvaluationSheet.Neighbours;
import org.regatta.evaluation.EvaluationSheet.Reopening;
import org.regatta.evaluation.EvaluationSheet.Setting;
import org.regatta.evaluation.OwnEvaluation.Progress;
import org.regatta.evaluation.OwnEvaluation.State;
import org.regatta.identity.Access;
import org.regatta.identity.Role;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Contains;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a juror reads about their own evaluations, each in one statement for any number of rows. */
@Component
class OwnEvaluationQueries {

    /** The viewer's own assignments, without what conflict, recusal or an own project in the competition take away. */
    private static final String OWN = """
            with own as (
                select a.id, a.round_id, a.project_id, r.name as round_name, c.name as competition_name, c.zone,
                       r.status = 'OPEN' as open, r.closes_at,
                       r.closes_at + make_interval(secs => r.grace_seconds) as ends_at, c.created_at,
                       r.position as round_position,
                       p.number, p.title, e.total, a.ended_reason,
                       case when a.state = 'ABSTAINED' then 'ABSTAINED' else coalesce(e.state, 'UNTOUCHED') end as state,
                       case when a.state = 'ABSTAINED' then a.ended_at
                            when e.state = 'SUBMITTED' then e.submitted_at else e.saved_at end as at
                  from assignment a
                  join project p on p.id = a.project_id
                  join round r on r.id = a.round_id
                  join competition c on c.id = r.competition_id
                  left join evaluation e on e.assignment_id = a.id
                 where a.person_id = :person and a.state in ('ACTIVE', 'ABSTAINED')
                   and (:everywhere or c.id = any(cast(:competitions as uuid[]))
                        or c.program_id = any(cast(:programs as uuid[])))
                   and not exists (select 1 from project_conflict x
                                    where x.project_id = a.project_id and x.person_id = a.person_id)
                   and not exists (select 1 from team_member m join team t on t.id = m.team_id
                                    where m.person_id = a.person_id and t.competition_id = c.id)
            )
            """;

    private static final String WANTED = """
             from own
            where (cast(:round as uuid) is null or round_id = :round)
              and (cast(:state as text) is null or state = :state)
              and (cast(:text as text) is null or number ilike :text or title ilike :text)""";

    private final JdbcClient database;
    private final Access access;

    OwnEvaluationQueries(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** What lies around an evaluation besides its own row. */
    record Around(Setting setting, @Nullable Reopening reopening) {}

    Around setting(UUID assignmentId, Desk desk) {
        return database.sql("""
                        select r.name as round_name, r.status = 'OPEN' as open, r.closes_at, c.id as competition_id,
                               c.name as competition_name, e.reopened_at, e.reopened_by = a.person_id as own,
                               e.reopened_reason, r.feedback = 'RESULT_AND_TEXTS' as passes_texts
                          from assignment a
                          join round r on r.id = a.round_id
                          join competition c on c.id = r.competition_id
                          left join evaluation e on e.assignment_id = a.id and e.state = 'REOPENED'
                         where a.id = :assignment""")
                .param("assignment", assignmentId)
                .query((row, number) -> new Around(
                        new Setting(
                                row.getString("round_name"),
                                row.getObject("competition_id", UUID.class),
                                row.getString("competition_name"),
                                desk.zone(),
                                row.getBoolean("open"),
                                instant(row, "closes_at"),
                                desk.deadline(),
                                desk.now(),
                                row.getBoolean("passes_texts")),
                        reopening(row)))
                .single();
    }

    Neighbours neighbours(Desk desk) {
        return database.sql(OWN + """
                        , line as (
                            select id, state, row_number() over step as position, count(*) over () as whole,
                                   count(*) filter (where state = 'SUBMITTED') over () as submitted,
                                   lag(id) over step as previous, lead(id) over step as next
                              from own where round_id = :round and state <> 'ABSTAINED'
                            window step as (order by number collate natural_order, id)
                        )
                        select position, whole, submitted, previous, next,
                               (select o.id from line o where o.id <> l.id and o.state <> 'SUBMITTED'
                                 order by o.position < l.position, o.position limit 1) as next_open
                          from line l where id = :assignment""")
                .params(viewer())
                .param("round", desk.evaluation().roundId())
                .param("assignment", desk.evaluation().assignmentId())
                .query(Neighbours.class)
                .optional()
                .orElseGet(() -> new Neighbours(1, 1, 0, null, null, null));
    }

    /** Which ones a list shows, and in which order. */
    record Wanted(
            @Nullable UUID roundId, @Nullable State state, String text, OwnEvaluation.Sort sort, boolean descending) {

        String order() {
            var down = descending ? " desc" : "";
            var up = descending ? "" : " desc";
            var number = "number collate natural_order";
            return switch (sort) {
                case ROUND -> "open" + up + ", created_at" + up + ", round_position" + up + ", round_id, " + number;
                case PROJECT -> number + down;
                case STATE ->
                    "array_position(array['UNTOUCHED', 'DRAFT', 'REOPENED', 'SUBMITTED', 'ABSTAINED'], state)" + down
                            + ", " + number;
                case TOTAL -> "total" + down + " nulls last, " + number;
                case WHEN -> "at" + down + " nulls last, " + number;
            };
        }
    }

    Page<OwnEvaluation> list(Wanted wanted, PageRequest page) {
        var parameters = viewer();
        var state = wanted.state();
        parameters.put("round", wanted.roundId());
        parameters.put("state", state == null ? null : state.name());
        parameters.put(
                "text",
                wanted.text().isBlank() ? null : Contains.pattern(wanted.text().strip()));
        var items = database.sql(
                        OWN + "select *" + WANTED + " order by " + wanted.order() + ", id limit :size offset :offset")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> line(row))
                .list();
        var total = database.sql(OWN + "select count(*)" + WANTED)
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    List<Progress> progress() {
        return database.sql(OWN + """
                        select round_id, round_name, competition_name, zone, open, closes_at, ends_at,
                               count(*) filter (where state = 'SUBMITTED') as submitted,
                               count(*) filter (where state <> 'ABSTAINED') as whole
                          from own
                         group by round_id, round_name, competition_name, zone, open, closes_at, ends_at, created_at,
                                  round_position
                         order by open desc, ends_at nulls last, created_at desc, round_position desc, round_id""")
                .params(viewer())
                .query((row, number) -> new Progress(
                        row.getObject("round_id", UUID.class),
                        row.getString("round_name"),
                        row.getString("competition_name"),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("open"),
                        instant(row, "closes_at"),
                        instant(row, "ends_at"),
                        row.getLong("submitted"),
                        row.getLong("whole")))
                .list();
    }

    private Map<String, @Nullable Object> viewer() {
        var viewer = access.viewer();
        var grants = viewer.grants().stream()
                .filter(grant -> grant.role() == Role.JURY_MEMBER)
                .toList();
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("person", viewer.personId());
        parameters.put(
                "everywhere",
                grants.stream().anyMatch(grant -> grant.programId() == null && grant.competitionId() == null));
        parameters.put(
                "competitions",
                Ids.texts(grants.stream()
                        .map(grant -> grant.competitionId())
                        .filter(id -> id != null)
                        .toList()));
        parameters.put(
                "programs",
                Ids.texts(grants.stream()
                        .filter(grant -> grant.competitionId() == null)
                        .map(grant -> grant.programId())
                        .filter(id -> id != null)
                        .toList()));
        return parameters;
    }

    private static OwnEvaluation line(ResultSet row) throws SQLException {
        var total = row.getBigDecimal("total");
        return new OwnEvaluation(
                row.getObject("id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getString("round_name"),
                row.getString("competition_name"),
                ZoneId.of(row.getString("zone")),
                row.getString("number"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                total == null ? null : ScoreValue.of(total).number(),
                instant(row, "at"),
                row.getString("ended_reason"));
    }

    private static @Nullable Reopening reopening(ResultSet row) throws SQLException {
        var at = instant(row, "reopened_at");
        return at == null ? null : new Reopening(at, row.getBoolean("own"), row.getString("reopened_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
