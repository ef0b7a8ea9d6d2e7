package org.regatta.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;

/** Tasks that wait for people, and a step of a process that failed; without the processes around them. */
final class Waiting {

    private final World world;
    private final Rows rows;
    private final Map<String, Object> competition;
    private final Map<String, Object> objects = new HashMap<>();

    Waiting(World world, Map<String, Object> competition) {
        this.world = world;
        this.rows = world.rows;
        this.competition = competition;
        incident();
        for (var juror : List.of("juror", "jurorRecused", "jurorInConflict", "jurorCompeting")) {
            objects.put(juror + ".task", task("scoreProject", id("project"), world.person(juror)));
        }
        objects.put("task", objects.get("juror.task"));
        objects.put("groupTask", task("approveEditionPlan", null, null));
        rows.put("""
                update inbox_task set state = 'COMPLETED', ended_at = now(), completed_by = assignee
                where task_id = ?""", task("scoreProject", id("project"), world.person("peer")));
    }

    Map<String, Object> objects() {
        return objects;
    }

    private UUID id(String name) {
        return (UUID) competition.get(name);
    }

    /** A task of the engine without a process, and its row in the inbox. */
    private String task(String key, UUID project, UUID assignee) {
        var engine = world.context.getBean(TaskService.class);
        var task = engine.newTask();
        task.setName(key);
        if (assignee != null) {
            task.setAssignee(assignee.toString());
        }
        engine.saveTask(task);
        rows.put(
                """
                insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id, program_id,
                                        competition_id, round_id, project_id, assignee, candidate_role, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(nullif(?, '') as uuid), cast(nullif(?, '') as uuid),
                        nullif(?, ''), 'OPEN', now())""",
                task.getId(),
                project == null ? "competition" : "evaluateProject",
                key,
                key,
                project == null ? id("competition").toString() : id("round") + ":" + project,
                objects.get("incident"),
                world.programId,
                id("competition"),
                id("round"),
                project == null ? "" : project.toString(),
                assignee == null ? "" : assignee.toString(),
                assignee == null ? "PROGRAM_ADMIN" : "");
        return task.getId();
    }

    /** A failed job about the project everybody has a relation to. */
    private void incident() {
        var id = UUID.randomUUID().toString();
        objects.put("incident", id);
        var process = rows.one(String.class, "select id_ from act_re_procdef where key_ = 'evaluateProject' limit 1");
        rows.put("""
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_,
                                              is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,
                                              cached_ent_state_, sequence_counter_)
                values (?, 1, ?, ?, ?, ?, 'start', true, false, true, false, 1, 0, 1)""", id, id, id, id("round") + ":" + id("project"), process);
        rows.put("""
                insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, root_proc_inst_id_, process_instance_id_,
                                        process_def_id_, process_def_key_, retries_, handler_type_, handler_cfg_)
                values (?, 1, 'message', true, ?, ?, ?, ?, 'evaluateProject', 0, 'async-continuation', 'transition-create-scope')""", id, id, id, id, process);
        rows.put("""
                insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_, execution_id_,
                                             activity_id_, failed_activity_id_, proc_inst_id_, proc_def_id_,
                                             cause_incident_id_, root_cause_incident_id_, configuration_)
                values (?, 1, now(), 'It failed.', 'failedJob', ?, 'start', 'start', ?, ?, ?, ?, ?)""", id, id, id, process, id, id, id);
        variable(id, "competitionId", id("competition"));
        variable(id, "roundId", id("round"));
        variable(id, "projectId", id("project"));
    }

    private void variable(String instance, String name, UUID value) {
        rows.put("""
                insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_,
                                             sequence_counter_, is_concurrent_local_)
                values (?, 1, 'string', ?, ?, ?, ?, ?, 1, false)""", UUID.randomUUID().toString(), name, instance, instance, value.toString(), instance);
    }
}
