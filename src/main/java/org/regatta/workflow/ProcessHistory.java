package org.regatta.workflow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the processes of an aggregate did, step by step: every sequence flow taken and every task with the person
 * behind it. Asked by the services that know the aggregate and its rights; checks none itself.
 */
@Service
@Transactional(readOnly = true)
public class ProcessHistory {

    /**
     * One step.
     *
     * @param at when
     * @param processKey the model, {@code evaluateProject}
     * @param businessKey the aggregate
     * @param kind what happened
     * @param elementId the sequence flow's or user task's id in the model
     * @param name a sequence flow's {@code source → target}, a task's name
     * @param personId who did it; null for the process itself
     */
    public record Step(
            Instant at,
            String processKey,
            String businessKey,
            Kind kind,
            String elementId,
            String name,
            @Nullable UUID personId) {}

    /** What a step was. */
    public enum Kind {
        /** The process went along a sequence flow. */
        FLOW_TAKEN,
        /** A task began to wait for somebody. */
        TASK_OPENED,
        /** Somebody completed it. */
        TASK_COMPLETED,
        /** The process took it away. */
        TASK_WITHDRAWN
    }

    private final JdbcClient jdbc;

    ProcessHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The steps of these aggregates, the earliest first; empty if no process ran for them. */
    public List<Step> of(List<String> businessKeys) {
        if (businessKeys.isEmpty()) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        steps.addAll(flows(businessKeys));
        steps.addAll(tasks(businessKeys));
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private List<Step> flows(List<String> businessKeys) {
        return jdbc.sql("select * from flow_taken where business_key in (:keys) order by id")
                .param("keys", businessKeys)
                .query((row, number) -> new Step(
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("process_key"),
                        row.getString("business_key"),
                        Kind.FLOW_TAKEN,
                        row.getString("flow_id"),
                        row.getString("source_id") + " → " + row.getString("target_id"),
                        null))
                .list();
    }

    private List<Step> tasks(List<String> businessKeys) {
        return jdbc.sql("""
                        select created_at as at, process_key, business_key, 'TASK_OPENED' as kind, task_key, name,
                            assignee as person
                        from inbox_task where business_key in (:keys)
                        union all
                        select ended_at, process_key, business_key,
                            case state when 'COMPLETED' then 'TASK_COMPLETED' else 'TASK_WITHDRAWN' end, task_key, name,
                            completed_by
                        from inbox_task where business_key in (:keys) and state <> 'OPEN'
                        order by at""")
                .param("keys", businessKeys)
                .query((row, number) -> new Step(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("process_key"),
                        row.getString("business_key"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("task_key"),
                        row.getString("name"),
                        row.getObject("person", UUID.class)))
                .list();
    }
}
