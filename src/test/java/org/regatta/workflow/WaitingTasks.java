package org.regatta.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.Scene;

/** Rows of the inbox without an engine behind them: for lists, which read nothing else. */
public final class WaitingTasks {

    private final Scene scene;
    private final UUID roundId;

    /** Tasks of a round of a scene. */
    public WaitingTasks(Scene scene, UUID roundId) {
        this.scene = scene;
        this.roundId = roundId;
    }

    /** A task of one person, about a project or none. */
    public String of(UUID person, @Nullable UUID projectId, @Nullable Duration due) {
        return insert("runRoundByHand", "Run round by hand", person, null, projectId, due);
    }

    /** A task for whoever of a role takes it. */
    public String ofRole(String role, @Nullable UUID projectId, @Nullable Duration due) {
        return insert("openRound", "Open round", null, role, projectId, due);
    }

    /** The same as done. */
    public void done(String taskId) {
        scene.rows()
                .sql("update inbox_task set state = 'COMPLETED', ended_at = now() where task_id = ?")
                .param(taskId)
                .update();
    }

    private String insert(
            String key,
            String name,
            @Nullable UUID person,
            @Nullable String role,
            @Nullable UUID projectId,
            @Nullable Duration due) {
        var id = UUID.randomUUID().toString();
        scene.rows()
                .sql("""
                        insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id,
                            program_id, competition_id, round_id, project_id, assignee, candidate_role, state, due_at, created_at)
                        values (:id, 'evaluateProject', :key, :name, :id, :id, :program, :competition, :round, :project,
                            :person, :role, 'OPEN', :due, now())""")
                .param("id", id)
                .param("key", key)
                .param("name", name)
                .param("program", scene.programId)
                .param("competition", scene.competitionId)
                .param("round", roundId)
                .param("project", projectId)
                .param("person", person)
                .param("role", role)
                .param("due", due == null ? null : Instant.now().plus(due).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
