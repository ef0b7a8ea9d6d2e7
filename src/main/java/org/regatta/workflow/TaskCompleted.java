package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** Somebody completed a task; what that did is told by events of its own. */
public record TaskCompleted(
        String taskId,
        String taskKey,
        @Nullable UUID roundId,
        @Nullable UUID projectId,
        @Nullable UUID competitionId,
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
