package org.regatta.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody completed a task.
 *
 * @param answers what its form was answered; where a module does what completing means, only what the process got from
 *     it: the rest is told by events of that module
 */
public record TaskCompleted(
        String taskId,
        String taskKey,
        @Nullable UUID roundId,
        @Nullable UUID projectId,
        @Nullable UUID competitionId,
        Map<String, Object> answers,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.taskCompleted";
    }

    @Override
    public String subject() {
        return taskId;
    }
}
