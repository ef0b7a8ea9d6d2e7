package org.regatta.workflow.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.TaskView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single tasks of the inbox table: found, claimed, ended. Lists are in {@link InboxQueries}. */
@Component
public class InboxTable {

    private final JdbcClient jdbc;
    private final RecordingTables tables;
    private final Clock clock;

    InboxTable(JdbcClient jdbc, RecordingTables tables, Clock clock) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.clock = clock;
    }

    /** The task, whatever its state. */
    public Optional<TaskView> find(String taskId) {
        return jdbc.sql("select * from inbox_task where task_id = ?")
                .param(taskId)
                .query(InboxTable::view)
                .optional();
    }

    /**
     * Lets nobody else move the processes of this aggregate until the transaction ends. Jurors of one project hand in at
     * the same moment; the engine would refuse all but one, since they share the counters of one process instance. Always
     * taken before any row, so that those who wait for each other do so in one order.
     *
     * <p>The engine's own jobs of these processes and of those they belong to are held too: a timer that falls due is
     * taken up in a transaction of the engine's, and whoever completes the task it hangs on would be refused.
     */
    public void oneAtATime(String businessKey) {
        jdbc.sql("""
                        with turn as materialized (select pg_advisory_xact_lock(hashtextextended(:key, 0)))
                        select (select count(*) from (
                            select job.id_ from act_ru_job job
                            where job.process_instance_id_ in (
                                select other.proc_inst_id_ from act_ru_execution mine
                                  join act_ru_execution other on other.root_proc_inst_id_ = mine.root_proc_inst_id_
                                 where mine.business_key_ = :key)
                            order by job.id_ for update) held) from turn""").param("key", businessKey).query(Long.class).single();
    }

    /** Has the planner look at the tables of what runs. */
    public void refreshStatistics() {
        jdbc.sql("analyze act_ru_execution, act_ru_variable, act_ru_task, act_ru_event_subscr, act_ru_job, inbox_task")
                .update();
    }

    /** The task, locked until the end of the transaction. */
    public Optional<TaskView> lock(String taskId) {
        return jdbc.sql("select * from inbox_task where task_id = ? for update")
                .param(taskId)
                .query(InboxTable::view)
                .optional();
    }

    /** The open task of one person on one business key, locked; the latest where there are several. */
    public Optional<TaskView> lockOpen(String businessKey, List<String> taskKeys, UUID assignee) {
        Recording.current(tables).write();
        return jdbc.sql("""
                        select * from inbox_task
                        where business_key = :businessKey and task_key in (:taskKeys) and assignee = :assignee and state = 'OPEN'
                        order by created_at desc limit 1 for update""")
                .param("businessKey", businessKey)
                .param("taskKeys", taskKeys)
                .param("assignee", assignee)
                .query(InboxTable::view)
                .optional();
    }

    /** The open task of one person on one project in one round; the latest where there are several. */
    public Optional<TaskView> open(UUID roundId, UUID projectId, Collection<String> taskKeys, UUID assignee) {
        return jdbc.sql("""
                        select * from inbox_task
                        where assignee = :assignee and state = 'OPEN' and round_id = :round and project_id = :project
                            and task_key in (:taskKeys)
                        order by created_at desc limit 1""")
                .param("assignee", assignee)
                .param("round", roundId)
                .param("project", projectId)
                .param("taskKeys", taskKeys)
                .query(InboxTable::view)
                .optional();
    }

    /** Open tasks of a round that have a date get a new one. */
    public int moveDueDates(UUID roundId, Instant dueAt) {
        return jdbc.sql(
                        "update inbox_task set due_at = :dueAt where round_id = :round and state = 'OPEN' and due_at is not null")
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .param("round", roundId)
                .update();
    }

    /** Gives an unclaimed task to a person; false if it is claimed or over. */
    public boolean claim(String taskId, UUID person) {
        return jdbc.sql("update inbox_task set assignee = ? where task_id = ? and state = 'OPEN' and assignee is null")
                        .param(person)
                        .param(taskId)
                        .update()
                == 1;
    }

    /** Gives a claimed group task back to its group; false if this person does not hold it. */
    public boolean release(String taskId, UUID person) {
        return jdbc.sql("""
                                update inbox_task set assignee = null
                                where task_id = ? and state = 'OPEN' and assignee = ? and candidate_role is not null""").param(taskId).param(person).update() == 1;
    }

    /** Gives an open task to somebody else. */
    public void handOver(String taskId, UUID person) {
        jdbc.sql("update inbox_task set assignee = ? where task_id = ? and state = 'OPEN'")
                .param(person)
                .param(taskId)
                .update();
    }

    /** Writes down who completed a task and what the answers were, before the engine moves on. */
    public void completedBy(String taskId, UUID person, @Nullable String answers) {
        Recording.current(tables)
                .ended(new EndedTask(taskId, TaskView.State.COMPLETED, clock.instant(), person, answers));
    }

    /** Writes down that a task is taken away from its person. */
    public void withdrawn(String taskId) {
        Recording.current(tables).ended(new EndedTask(taskId, TaskView.State.CANCELLED, clock.instant(), null, null));
    }

    /** Whether the running transaction has ended the task already. */
    public boolean endedHere(String taskId) {
        return Recording.current(tables).hasEnded(taskId);
    }

    static TaskView view(ResultSet row, int number) throws SQLException {
        return new TaskView(
                row.getString("task_id"),
                row.getString("process_key"),
                row.getString("task_key"),
                row.getString("name"),
                row.getString("business_key"),
                row.getString("process_instance_id"),
                row.getObject("program_id", UUID.class),
                row.getObject("competition_id", UUID.class),
                row.getObject("round_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("assignee", UUID.class),
                row.getString("candidate_role"),
                TaskView.State.valueOf(row.getString("state")),
                instant(row, "due_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
