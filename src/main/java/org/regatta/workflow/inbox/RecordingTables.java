package org.regatta.workflow.inbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code inbox_task} and {@code flow_taken}. */
@Component
class RecordingTables {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    RecordingTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insertTasks(List<OpenedTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id, program_id,
                    competition_id, round_id, project_id, assignee, candidate_role, state, due_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)""", tasks, BATCH, RecordingTables::bind);
    }

    void endTasks(List<EndedTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                update inbox_task set state = ?, ended_at = ?, completed_by = ?, answers = ?::jsonb
                where task_id = ? and state = 'OPEN'""", tasks, BATCH, (statement, task) -> {
            statement.setString(1, task.state().name());
            statement.setObject(2, utc(task.at()));
            statement.setObject(3, task.person(), Types.OTHER);
            statement.setString(4, task.answers());
            statement.setString(5, task.taskId());
        });
    }

    void insertFlows(List<FlowTaken> flows) {
        if (flows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into flow_taken (process_instance_id, execution_id, process_key, process_version, business_key,
                    flow_id, source_id, target_id, taken_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", flows, BATCH, (statement, flow) -> {
            statement.setString(1, flow.processInstanceId());
            statement.setString(2, flow.executionId());
            statement.setString(3, flow.processKey());
            statement.setInt(4, flow.processVersion());
            statement.setString(5, flow.businessKey());
            statement.setString(6, flow.flowId());
            statement.setString(7, flow.sourceId());
            statement.setString(8, flow.targetId());
            statement.setObject(9, utc(flow.takenAt()));
        });
    }

    private static void bind(PreparedStatement statement, OpenedTask task) throws SQLException {
        statement.setString(1, task.taskId());
        statement.setString(2, task.processKey());
        statement.setString(3, task.taskKey());
        statement.setString(4, task.name());
        statement.setString(5, task.businessKey());
        statement.setString(6, task.processInstanceId());
        statement.setObject(7, task.programId(), Types.OTHER);
        statement.setObject(8, task.competitionId(), Types.OTHER);
        statement.setObject(9, task.roundId(), Types.OTHER);
        statement.setObject(10, task.projectId(), Types.OTHER);
        statement.setObject(11, task.assignee(), Types.OTHER);
        statement.setString(12, task.candidateRole());
        statement.setObject(13, utc(task.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(14, utc(task.createdAt()));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
