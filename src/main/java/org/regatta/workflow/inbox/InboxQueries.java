package org.regatta.workflow.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Grant;
import org.regatta.identity.Viewer;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.InboxCounts;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of tasks. A list is a union of branches, each read through one partial index: what is assigned to the person,
 * and what waits for a role the person holds at a place. No branch reads tasks of others.
 */
@Component
public class InboxQueries {

    private final JdbcClient jdbc;

    InboxQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tasks of the viewer, the earliest date first, those without a date last. */
    public List<TaskView> open(Viewer viewer, InboxFilter filter, PageRequest page) {
        var query = new Branches(viewer, filter);
        query.parameters.add(page.size());
        query.parameters.add(page.offset());
        return jdbc.sql(query.sql("*", " order by due_at nulls last, task_id limit " + (page.offset() + page.size()))
                        + " order by due_at nulls last, task_id limit ? offset ?")
                .params(query.parameters)
                .query(InboxTable::view)
                .list();
    }

    /** How many tasks {@link #open} has on all pages. */
    public long count(Viewer viewer, InboxFilter filter) {
        var query = new Branches(viewer, filter);
        return jdbc.sql("select count(*) from (" + query.sql("task_id", "") + ") waiting")
                .params(query.parameters)
                .query(Long.class)
                .single();
    }

    /** The figures in the head of the inbox. */
    public InboxCounts counts(Viewer viewer, Instant now) {
        var query = new Branches(viewer, InboxFilter.ALL);
        var at = now.atOffset(ZoneOffset.UTC);
        var parameters = new ArrayList<@Nullable Object>(List.of(at, at, at.plusHours(48), at));
        parameters.addAll(query.parameters);
        return jdbc.sql("""
                        select count(*) as open, count(*) filter (where due_at < ?) as overdue,
                            count(*) filter (where due_at >= ? and due_at < ?) as due_soon,
                            min(due_at) filter (where due_at >= ?) as next_due
                        from (%s) waiting""".formatted(query.sql("due_at", "")))
                .params(parameters)
                .query((row, number) -> {
                    var next = row.getObject("next_due", OffsetDateTime.class);
                    return new InboxCounts(
                            row.getLong("open"),
                            row.getLong("overdue"),
                            row.getLong("due_soon"),
                            next == null ? null : next.toInstant());
                })
                .single();
    }

    /** Open tasks of each kind, most first; the filters of the page. */
    public Map<String, Long> countsByTaskKey(Viewer viewer) {
        var query = new Branches(viewer, InboxFilter.ALL);
        return jdbc
                .sql("select task_key, count(*) as n from (" + query.sql("task_key", "")
                        + ") waiting group by task_key order by n desc, task_key")
                .params(query.parameters)
                .query((row, number) -> Map.entry(row.getString("task_key"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }

    /** The id of the task after this one in the viewer's order; null if it is the last. */
    public @Nullable String next(Viewer viewer, TaskView task) {
        return open(viewer, InboxFilter.ALL, new PageRequest(0, 2)).stream()
                .map(TaskView::taskId)
                .filter(id -> !id.equals(task.taskId()))
                .findFirst()
                .orElse(null);
    }

    /** The branches of the union, with their parameters in order. */
    private static final class Branches {

        private final List<String> conditions = new ArrayList<>();
        private final List<@Nullable Object> parameters = new ArrayList<>();
        private final InboxFilter filter;

        Branches(Viewer viewer, InboxFilter filter) {
            this.filter = filter;
            branch("assignee = ?", viewer.personId());
            for (var grant : viewer.grants()) {
                branch(grant);
            }
        }

        private void branch(Grant grant) {
            var ofRole = "assignee is null and candidate_role = ?";
            if (grant.competitionId() != null) {
                branch(ofRole + " and competition_id = ?", grant.role().name(), grant.competitionId());
            } else if (grant.programId() != null) {
                branch(ofRole + " and program_id = ?", grant.role().name(), grant.programId());
            } else {
                branch(ofRole, grant.role().name());
            }
        }

        private void branch(String condition, Object... values) {
            var whole = new StringBuilder("state = 'OPEN' and ").append(condition);
            parameters.addAll(List.of(values));
            restrict(whole, "competition_id", filter.competitionId());
            restrict(whole, "round_id", filter.roundId());
            restrict(whole, "task_key", filter.taskKey());
            conditions.add(whole.toString());
        }

        private void restrict(StringBuilder condition, String column, @Nullable Object value) {
            if (value != null) {
                condition.append(" and ").append(column).append(" = ?");
                parameters.add(value);
            }
        }

        /** Each branch ordered and cut on its own, so that its index ends the reading early. */
        String sql(String columns, String tail) {
            return conditions.stream()
                    .map(condition -> "(select " + columns + " from inbox_task where " + condition + tail + ")")
                    .collect(Collectors.joining(" union all "));
        }
    }
}
