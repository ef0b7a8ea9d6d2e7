package org.regatta.workflow;

import org.regatta.shared.Problem;

/** There is no such task, or it does not wait for this viewer. */
public class TaskNotFound extends Problem {

    /** The id as it was asked for. */
    public TaskNotFound(String taskId) {
        super(
                Kind.NOT_FOUND,
                "There is no task " + taskId + " in your inbox. It may have been withdrawn; reload the inbox.");
    }
}
