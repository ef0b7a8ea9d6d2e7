package org.regatta.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.regatta.workflow.inbox.InboxTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts processes and talks to them by business key. Called by the process adapters of the modules, inside the
 * transaction of what happened; checks no rights.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final InboxTable inbox;

    Processes(RuntimeService runtime, TaskService tasks, InboxTable inbox) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.inbox = inbox;
    }

    /**
     * Lets nobody else move the processes of one aggregate until the transaction ends; the other methods here do so by
     * themselves. For callers that lock rows before: always the turn first, so that all wait in one order.
     */
    public void takeTurn(String businessKey) {
        inbox.oneAtATime(businessKey);
    }

    /**
     * Tells the planner of many processes that were just started. Foreign keys are checked by plans that a connection
     * keeps: one made while the engine's tables were empty reads them whole, for every row, until autovacuum comes by.
     */
    public void refreshStatistics() {
        inbox.refreshStatistics();
    }

    /**
     * Starts a process for one aggregate, once: while one runs for this key, nothing happens. Callers on other nodes
     * wait for each other.
     *
     * @param variables ids, dates and gateway answers only
     */
    public void start(String processKey, String businessKey, Map<String, ?> variables) {
        inbox.oneAtATime(businessKey);
        var running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(processKey)
                .processInstanceBusinessKey(businessKey)
                .count();
        if (running == 0) {
            startLocked(processKey, businessKey, variables);
        }
    }

    /**
     * Starts a process for an aggregate whose own row the caller has locked and moved in this transaction, which is
     * what keeps it from starting twice.
     */
    public void startLocked(String processKey, String businessKey, Map<String, ?> variables) {
        runtime.startProcessInstanceByKey(processKey, businessKey, Map.copyOf(variables));
    }

    /**
     * Tells every process of one aggregate that something happened.
     *
     * @return false if none waits for this message
     */
    public boolean correlate(String message, String businessKey, Map<String, ?> variables) {
        inbox.oneAtATime(businessKey);
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariables(Map.copyOf(variables))
                .correlateAllWithResult()
                .isEmpty();
    }

    /**
     * Completes the open task of a person because the work was handed in elsewhere (an API call).
     *
     * @param taskKeys user tasks it may be
     * @return false if no such task is open, for instance because this very transaction completes it
     */
    public boolean completeTask(String businessKey, List<String> taskKeys, UUID personId) {
        inbox.oneAtATime(businessKey);
        var task = inbox.lockOpen(businessKey, taskKeys, personId);
        task.filter(open -> !inbox.endedHere(open.taskId())).ifPresent(open -> {
            inbox.completedBy(open.taskId(), personId, null);
            tasks.complete(open.taskId());
        });
        return task.isPresent();
    }

    /**
     * Takes a task away from its person and lets the process go on without it.
     *
     * @return false if no such task is open
     */
    public boolean withdrawTask(String businessKey, List<String> taskKeys, UUID personId) {
        inbox.oneAtATime(businessKey);
        var task = inbox.lockOpen(businessKey, taskKeys, personId);
        task.filter(open -> !inbox.endedHere(open.taskId())).ifPresent(open -> {
            inbox.withdrawn(open.taskId());
            tasks.complete(open.taskId());
        });
        return task.isPresent();
    }

    /**
     * Gives the open task of a person to another one, and with it what a variable of the process says about them.
     *
     * @param variable one that may hold the person
     * @return false if no such task is open
     */
    public boolean handOver(String businessKey, List<String> taskKeys, UUID from, UUID to, String variable) {
        inbox.oneAtATime(businessKey);
        var task = inbox.lockOpen(businessKey, taskKeys, from);
        task.ifPresent(open -> {
            inbox.handOver(open.taskId(), to);
            tasks.setAssignee(open.taskId(), to.toString());
            if (from.toString().equals(runtime.getVariable(open.processInstanceId(), variable))) {
                runtime.setVariable(open.processInstanceId(), variable, to.toString());
            }
        });
        return task.isPresent();
    }

    /**
     * Lets one more person join a user task that several people have, each a branch of it. Where the process is past it and
     * waits at {@code past}, it goes back, and the task begins anew for those who are in its collection then.
     *
     * @param taskKey a user task with many instances
     * @param variable what a branch calls its person
     * @param variables what the process is to know by then
     * @return false if no process of this aggregate is at either of the two
     */
    public boolean join(
            String businessKey, String taskKey, String variable, UUID personId, String past, Map<String, ?> variables) {
        inbox.oneAtATime(businessKey);
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .active()
                .list()) {
            var all = taskKey + "#multiInstanceBody";
            var now = runtime.getActivityInstance(instance.getId());
            var begun = now.getActivityInstances(all).length > 0;
            if (begun || now.getActivityInstances(past).length > 0) {
                runtime.setVariables(instance.getId(), Map.copyOf(variables));
                var change = runtime.createProcessInstanceModification(instance.getId());
                if (begun) {
                    change.startBeforeActivity(taskKey).setVariableLocal(variable, personId.toString());
                } else {
                    change.startBeforeActivity(all).cancelAllForActivity(past);
                }
                change.execute();
                return true;
            }
        }
        return false;
    }

    /** Whether a process of this aggregate stands still because a step failed and is not tried again by itself. */
    @Transactional(readOnly = true)
    public boolean standsStill(String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .withIncident()
                        .count()
                > 0;
    }

    /** Gives the open tasks of a round that have a date a new one; returns how many. */
    public int moveDueDates(UUID roundId, Instant dueAt) {
        return inbox.moveDueDates(roundId, dueAt);
    }
}
