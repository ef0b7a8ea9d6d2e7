package org.regatta.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose turn it is in a competition: its open tasks by step, and the people most of them wait for. */
@Service
@Transactional(readOnly = true)
public class Turns {

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    Turns(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Open tasks of one step.
     *
     * @param name of the step as drawn
     * @param role whose holders may take it; null where the tasks are people's own
     * @param people for how many different people they wait, or by how many they were taken
     * @param oldest since when the oldest waits
     * @param due the earliest date; null where none has one
     * @param overdue how many are past their date
     */
    public record Turn(
            String taskKey,
            String name,
            @Nullable UUID roundId,
            @Nullable String role,
            long tasks,
            long people,
            Instant oldest,
            @Nullable Instant due,
            long overdue) {}

    /**
     * Open tasks of one person.
     *
     * @param oldest since when the oldest waits
     * @param due the earliest date; null where none has one
     */
    public record Waiter(
            UUID personId,
            long tasks,
            Instant oldest,
            @Nullable Instant due,
            long overdue) {}

    /** By step, the earliest date first, those without a date last; needs the right to see progress. */
    public List<Turn> of(Place competition) {
        return turns(competition, "", null);
    }

    /** The same of the tasks that wait for, or were taken by, holders of one role. */
    public List<Turn> of(Place competition, Role role) {
        // said twice: the index of such tasks, few among people's own, knows only that there is a role
        return turns(competition, "and candidate_role is not null and candidate_role = :role", role.name());
    }

    /** Counted by person first: sorting tens of thousands of tasks to count people takes longer than all the rest. */
    private List<Turn> turns(Place competition, String condition, @Nullable String role) {
        access.require(Action.READ_PROGRESS, competition);
        return jdbc.sql("""
                        select task_key, max(name) as name, round_id, max(role) as role, sum(tasks) as tasks,
                               count(assignee) as people, min(oldest) as oldest, min(due) as due, sum(overdue) as overdue
                        from (select task_key, max(name) as name, round_id, max(candidate_role) as role, assignee,
                                     count(*) as tasks, min(created_at) as oldest, min(due_at) as due,
                                     count(*) filter (where due_at < :now) as overdue
                              from inbox_task where competition_id = :competition and state = 'OPEN' %s
                              group by task_key, round_id, assignee) each
                        group by task_key, round_id
                        order by due nulls last, oldest, task_key""".formatted(condition))
                .param("competition", competition.competitionId())
                .param("role", role)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Turn(
                        row.getString("task_key"),
                        row.getString("name"),
                        row.getObject("round_id", UUID.class),
                        row.getString("role"),
                        row.getLong("tasks"),
                        row.getLong("people"),
                        at(row, "oldest"),
                        time(row, "due"),
                        row.getLong("overdue")))
                .list();
    }

    /**
     * The people most tasks wait for, those past their date first; needs the right to see who works on what. Projects
     * the viewer has a conflict with are not counted.
     *
     * @param most how many people at most
     */
    public List<Waiter> people(Place competition, UUID competitionId, int most) {
        access.require(Action.READ_ASSIGNMENTS, competition);
        return jdbc.sql("""
                        select assignee, count(*) as tasks, min(created_at) as oldest, min(due_at) as due,
                               count(*) filter (where due_at < :now) as overdue
                        from inbox_task
                        where competition_id = :competition and state = 'OPEN' and assignee is not null
                          and (project_id is null or not project_id = any(cast(:withheld as uuid[])))
                        group by assignee
                        order by overdue desc, tasks desc, assignee limit :most""")
                .param("competition", competitionId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("withheld", Ids.texts(access.withheld(competitionId)))
                .param("most", most)
                .query((row, number) -> new Waiter(
                        row.getObject("assignee", UUID.class),
                        row.getLong("tasks"),
                        at(row, "oldest"),
                        time(row, "due"),
                        row.getLong("overdue")))
                .list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
