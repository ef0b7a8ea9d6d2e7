package org.regatta.workflow.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.TaskView;

/** Writes every task the engine creates, completes or takes away into the recording of the transaction. */
final class RecordTasks implements TaskListener {

    /** Processes write a date beyond this one for "no date", since a timer needs one. */
    private static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

    private final RecordingTables tables;
    private final Clock clock;

    RecordTasks(RecordingTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        var recording = Recording.current(tables);
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> recording.opened(opened(task, clock.instant()));
            case EVENTNAME_COMPLETE -> recording.ended(ended(task, TaskView.State.COMPLETED));
            case EVENTNAME_DELETE -> recording.ended(ended(task, TaskView.State.CANCELLED));
            default -> throw new IllegalArgumentException("not listened for: " + task.getEventName());
        }
    }

    private EndedTask ended(DelegateTask task, TaskView.State state) {
        return new EndedTask(task.getId(), state, clock.instant(), null, null);
    }

    private static OpenedTask opened(DelegateTask task, Instant now) {
        var execution = task.getExecution();
        // ids live there; asking the task would look through every scope in between, each with a statement
        var instance = execution.getProcessInstance();
        var due = task.getDueDate();
        return new OpenedTask(
                task.getId(),
                processKey(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                task.getName(),
                execution.getProcessBusinessKey(),
                task.getProcessInstanceId(),
                id(instance, "programId"),
                id(instance, "competitionId"),
                id(instance, "roundId"),
                id(instance, "projectId"),
                task.getAssignee() == null ? null : UUID.fromString(task.getAssignee()),
                candidateRole(task),
                due == null || due.toInstant().isAfter(NEVER) ? null : due.toInstant(),
                now);
    }

    private static @Nullable UUID id(DelegateExecution instance, String variable) {
        return instance.getVariable(variable) instanceof String text ? UUID.fromString(text) : null;
    }

    private static @Nullable String candidateRole(DelegateTask task) {
        if (task.getAssignee() != null) {
            return null;
        }
        return task.getCandidates().stream()
                .filter(link -> link.getType().equals(IdentityLinkType.CANDIDATE) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .findFirst()
                .orElse(null);
    }

    /** The engine's definition ids are {@code key:version:id}. */
    private static String processKey(String processDefinitionId) {
        return processDefinitionId.substring(0, processDefinitionId.indexOf(':'));
    }
}
