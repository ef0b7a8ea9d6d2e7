package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;

/**
 * A user task as its people see it.
 *
 * @param taskKey the user task's id in the model, also the name of its form ({@code scoreProject})
 * @param name the user task's name in the model ("Score project")
 * @param assignee the person it waits for; null while it waits for everyone holding {@code candidateRole}
 * @param candidateRole the role whose holders may claim it; null for personal tasks
 * @param dueAt null where it has no date of its own
 */
public record TaskView(
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
        State state,
        @Nullable Instant dueAt,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Where the access policy looks: the task's program, competition and project. */
    public Place place() {
        return new Place(programId, competitionId, projectId);
    }

    /** Where a task is in its life. */
    public enum State {
        /** Waits for somebody. */
        OPEN,
        /** Somebody did it. */
        COMPLETED,
        /** The process moved on without it. */
        CANCELLED
    }
}
