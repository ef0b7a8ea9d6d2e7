package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A task that was claimed is its group's again.
 *
 * @param actor who gave it back; null where whoever had claimed it holds the role no more
 */
public record TaskGivenBack(
        String taskId,
        String taskKey,
        @Nullable UUID roundId,
        @Nullable UUID projectId,
        @Nullable UUID competitionId,
        @Nullable UUID actor,
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
