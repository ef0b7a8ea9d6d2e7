package org.regatta.workflow.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.TaskView;

/**
 * A task that is over.
 *
 * @param person who did it; null where the process took it away
 * @param answers what the form was answered, as JSON; null where it is kept elsewhere
 */
record EndedTask(
        String taskId,
        TaskView.State state,
        Instant at,
        @Nullable UUID person,
        @Nullable String answers) {}
