package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/** Somebody gave a task back to their group. */
public record TaskGivenBack(
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
        return "workflow.taskGivenBack";
    }

    @Override
    public String subject() {
        return taskId;
    }
}
