package org.regatta.workflow.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Viewer;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.InboxFigures;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.InboxFilter.Held;
import org.regatta.workflow.RoundProgress;
import org.regatta.workflow.TaskView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of tasks and what they add up to; see {@link Waiting} for whose they are. */
@Component
public class InboxQueries {

    /** The columns of {@code inbox_task_person_idx}. */
    static final String COUNTED_BY = "assignee, competition_id, program_id, candidate_role, round_id, task_key, due_at";

    private static final String FIRST = " order by due_at nulls last, task_id limit ";

    private final JdbcClient jdbc;

    InboxQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Counted(TaskView task, long total) {}

    /** {@link #open} with how many tasks there are on all pages, asked for together: the way there and back costs most. */
    public Page<TaskView> page(Viewer viewer, InboxFilter filter, PageRequest page, Instant now) {
        var waiting = new Waiting(viewer, filter, now);
        var asked = waiting.tally("")
                .around("select waiting.*, (select sum(tasks) from (", ") counted) as total from ")
                .then(cut(waiting, page));
        var rows = jdbc.sql(asked.text())
                .params(asked.values())
                .query((row, number) -> new Counted(InboxTable.view(row, number), row.getLong("total")))
                .list();
        var total = rows.isEmpty() && page.offset() > 0
                ? count(viewer, filter, now)
                : rows.stream().mapToLong(Counted::total).findFirst().orElse(0);
        return new Page<>(rows.stream().map(Counted::task).toList(), page.number(), page.size(), total);
    }

    /** Open tasks of the viewer, the earliest date first, those without a date last. */
    public List<TaskView> open(Viewer viewer, InboxFilter filter, PageRequest page, Instant now) {
        var asked = cut(new Waiting(viewer, filter, now), page).around("select * from ", "");
        return jdbc.sql(asked.text())
                .params(asked.values())
                .query(InboxTable::view)
                .list();
    }

    /** A branch alone would have two orders: what is in the parentheses is taken as a whole. */
    private static Sql cut(Waiting waiting, PageRequest page) {
        return waiting.tasks("*", FIRST + (page.offset() + page.size()))
                .around("(", ") waiting")
                .then(FIRST + "? offset ?", page.size(), page.offset());
    }

    /** How many open tasks the viewer has. */
    public long count(Viewer viewer, InboxFilter filter, Instant now) {
        var asked = new Waiting(viewer, filter, now).tally("").around("select sum(tasks) from (", ") counted");
        return jdbc.sql(asked.text()).params(asked.values()).query(Long.class).single();
    }

    /** All open tasks of the viewer, counted by everything a filter may ask for. */
    public InboxFigures figures(Viewer viewer, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        var tally = new Waiting(viewer, InboxFilter.ALL, now).tally(COUNTED_BY);
        var asked = Sql.of("""
                        select task_key, competition_id, round_id, assignee is null as shared,
                            case when due_at is null then 'UNDATED' when due_at < ? then 'OVERDUE'
                                 when due_at < ? then 'SOON' when due_at < ? then 'WEEK' else 'LATER' end as due,
                            sum(tasks) as tasks, min(due_at) filter (where due_at >= ?) as next_due,
                            (select c.zone from competition c where c.id = waiting.competition_id) as zone
                        from (select task_key, competition_id, round_id, assignee, due_at, sum(tasks) as tasks from (""", at, at.plus(Due.SOON_ENDS), at.plus(Due.WEEK_ENDS), at)
                .then(tally)
                .then("""
                        ) counted group by 1, 2, 3, 4, 5 having sum(tasks) > 0) waiting
                        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5""");
        return new InboxFigures(jdbc.sql(asked.text())
                .params(asked.values())
                .query(InboxQueries::cell)
                .list());
    }

    /** What the viewer did and has still to do in the rounds where something waits, the most urgent first. */
    public List<RoundProgress> progress(Viewer viewer) {
        return jdbc.sql("""
                        with mine as (
                            select round_id, 1 as done, null::timestamptz as due_at, 0 as open from inbox_task
                            where assignee = :person and state = 'COMPLETED' and round_id is not null
                            union all
                            select round_id, 0, due_at, 1 from inbox_task
                            where assignee = :person and state = 'OPEN' and round_id is not null)
                        select round_id, sum(done) as done, count(*) as whole
                        from mine group by round_id having sum(open) > 0
                        order by min(due_at) nulls last, round_id limit 5""")
                .param("person", viewer.personId())
                .query(RoundProgress.class)
                .list();
    }

    /** The id of another open task, the earliest date first; null if nothing else waits. */
    public @Nullable String next(Viewer viewer, TaskView task, Instant now) {
        return open(viewer, InboxFilter.ALL, new PageRequest(0, 2), now).stream()
                .map(TaskView::taskId)
                .filter(id -> !id.equals(task.taskId()))
                .findFirst()
                .orElse(null);
    }

    private static InboxFigures.Cell cell(ResultSet row, int number) throws SQLException {
        var next = row.getObject("next_due", OffsetDateTime.class);
        var zone = row.getString("zone");
        return new InboxFigures.Cell(
                row.getString("task_key"),
                row.getObject("competition_id", UUID.class),
                row.getObject("round_id", UUID.class),
                Due.valueOf(row.getString("due")),
                row.getBoolean("shared") ? Held.GROUP : Held.MINE,
                row.getLong("tasks"),
                next == null ? null : next.toInstant(),
                zone == null ? null : ZoneId.of(zone));
    }
}
