package org.regatta.workflow.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task the engine has just created. */
record OpenedTask(
        String taskId,
        String processKey,
        String taskKey,
        String name,
        String businessKey,
        String processInstanceId,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable UUID roundId,
        @Nullable UUID projectId,
        @Nullable UUID assignee,
        @Nullable String candidateRole,
        @Nullable Instant dueAt,
        Instant createdAt) {}
