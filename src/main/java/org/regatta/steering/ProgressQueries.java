package org.regatta.steering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.steering.JurorProgress.Outlook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts assignments and evaluations of a round, without those of withheld projects. Two statements a list. */
@Component
class ProgressQueries {

    private static final String OF_ROUND = """
             from assignment a left join evaluation e on e.assignment_id = a.id
            where a.round_id = :round and not a.project_id = any(cast(:withheld as uuid[]))
            """;

    private static final String COUNTED = """
                   count(*) filter (where a.state = 'ACTIVE') as assigned,
                   count(*) filter (where a.state = 'ACTIVE' and e.state = 'SUBMITTED') as submitted,
                   count(*) filter (where a.state = 'ACTIVE' and e.state in ('DRAFT', 'REOPENED')) as drafts,
                   count(*) filter (where a.state = 'ACTIVE' and e.state is distinct from 'SUBMITTED') as left_over,
                   count(*) filter (where a.state = 'RECUSED') as recused, max(e.saved_at) as last_act
            """;

    /** Those that take part, with a juror or without one; not those that have left, but for what was done before. */
    private static final String TAKE_PART = """
             from participation part
             left join assignment a on a.round_id = part.round_id and a.project_id = part.project_id
             left join evaluation e on e.assignment_id = a.id
            where part.round_id = :round and not part.project_id = any(cast(:withheld as uuid[]))
            """;

    private static final String PROJECTS = "select c.*, p.number as label, p.title from (select part.project_id as id, "
            + "part.state, " + COUNTED + TAKE_PART + " group by part.project_id, part.state) c"
            + " join project p on p.id = c.id where c.assigned > 0 or c.state <> 'ENDED'";

    private static final String JURORS = "select c.*, j.label, p.name from (select a.juror_id as id, a.person_id, "
            + COUNTED + OF_ROUND + " group by a.juror_id, a.person_id) c"
            + " join juror j on j.id = c.id join person p on p.id = c.person_id where true";

    private final JdbcClient jdbc;

    ProgressQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is left, and how many of those in were handed in on which day. */
    record Counts(long left, Map<LocalDate, Long> days) {

        long on(LocalDate day) {
            return days.getOrDefault(day, 0L);
        }
    }

    @Nullable
    Instant openedAt(UUID roundId) {
        return jdbc.sql("select opened_at from round where id = :round")
                .param("round", roundId)
                .query((row, number) -> time(row, "opened_at"))
                .optional()
                .orElse(null);
    }

    Counts counts(UUID roundId, Collection<UUID> withheld, ZoneId zone) {
        var days = new HashMap<LocalDate, Long>();
        bound("""
                        select cast(e.submitted_at at time zone :zone as date) as day, count(*) as n
                        from evaluation e
                        where e.round_id = :round and e.state = 'SUBMITTED'
                          and not e.project_id = any(cast(:withheld as uuid[]))
                          and not exists (select 1 from assignment a where a.id = e.assignment_id
                                            and a.round_id = e.round_id and a.state <> 'ACTIVE')
                        group by 1""", roundId, withheld).param("zone", zone.getId()).query(row -> {
            days.put(row.getObject("day", LocalDate.class), row.getLong("n"));
        });
        var whole = bound("select count(*)" + OF_ROUND + " and a.state = 'ACTIVE'", roundId, withheld)
                .query(Long.class)
                .single();
        var submitted = days.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(whole - submitted, days);
    }

    Page<JurorProgress> jurors(
            UUID roundId, Collection<UUID> withheld, ProgressSort sort, boolean descending, PageRequest page) {
        var items = bound(
                        JURORS + " and c.assigned > 0 order by " + sort.order(descending)
                                + " limit :size offset :offset",
                        roundId,
                        withheld)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> juror(row))
                .list();
        return new Page<>(items, page.number(), page.size(), jurorsInAll(roundId, withheld));
    }

    List<JurorProgress> behind(UUID roundId, Collection<UUID> withheld) {
        return bound(JURORS + " and c.left_over > 0 order by " + ProgressSort.LEFT.order(true), roundId, withheld)
                .query((row, number) -> juror(row))
                .list();
    }

    Page<ProjectProgress> projects(
            UUID roundId, Collection<UUID> withheld, ProgressSort sort, boolean descending, PageRequest page) {
        var items = bound(
                        "select * from (" + PROJECTS + ") rows order by " + sort.order(descending)
                                + " limit :size offset :offset",
                        roundId,
                        withheld)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> project(row))
                .list();
        var total = bound("""
                        select count(*) from participation part
                        where part.round_id = :round and not part.project_id = any(cast(:withheld as uuid[]))
                          and (part.state <> 'ENDED' or exists (
                              select 1 from assignment a where a.round_id = part.round_id
                                and a.project_id = part.project_id and a.state = 'ACTIVE'))""", roundId, withheld).query(Long.class).single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** How many projects of the round nobody evaluates, or did. */
    long unassigned(UUID roundId, Collection<UUID> withheld) {
        return bound("""
                        select count(*) from participation part
                        where part.round_id = :round and part.state <> 'ENDED'
                          and not part.project_id = any(cast(:withheld as uuid[]))
                          and not exists (select 1 from assignment a
                                          where a.round_id = part.round_id and a.project_id = part.project_id
                                            and a.state in ('ACTIVE', 'ABSTAINED'))""", roundId, withheld).query(Long.class).single();
    }

    long silent(UUID roundId, Collection<UUID> withheld) {
        return bound(
                        "select count(*) from (select a.person_id" + OF_ROUND + " and a.state = 'ACTIVE'"
                                + " group by a.person_id having count(*) filter (where e.state = 'SUBMITTED') = 0) silent",
                        roundId,
                        withheld)
                .query(Long.class)
                .single();
    }

    long conflictsSinceOpening(UUID roundId, Collection<UUID> withheld) {
        return bound("""
                        select count(*) from conflict_of_interest c join round r on r.id = :round
                        where c.competition_id = r.competition_id and c.kind = 'DECLARED' and c.lifted_at is null
                          and c.declared_at > r.opened_at and not c.project_id = any(cast(:withheld as uuid[]))
                          and exists (select 1 from assignment a where a.round_id = r.id
                                        and a.project_id = c.project_id and a.person_id = c.person_id)""", roundId, withheld).query(Long.class).single();
    }

    private long jurorsInAll(UUID roundId, Collection<UUID> withheld) {
        return bound("select count(distinct a.juror_id)" + OF_ROUND + " and a.state = 'ACTIVE'", roundId, withheld)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, UUID roundId, Collection<UUID> withheld) {
        return jdbc.sql(sql).param("round", roundId).param("withheld", Ids.texts(withheld));
    }

    private static JurorProgress juror(ResultSet row) throws SQLException {
        return new JurorProgress(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("label"),
                row.getString("name"),
                row.getLong("assigned"),
                row.getLong("submitted"),
                row.getLong("drafts"),
                time(row, "last_act"),
                Outlook.IN_TIME);
    }

    private static ProjectProgress project(ResultSet row) throws SQLException {
        return new ProjectProgress(
                row.getObject("id", UUID.class),
                row.getString("label"),
                row.getString("title"),
                row.getLong("assigned"),
                row.getLong("submitted"),
                row.getLong("drafts"),
                row.getLong("recused"),
                time(row, "last_act"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
