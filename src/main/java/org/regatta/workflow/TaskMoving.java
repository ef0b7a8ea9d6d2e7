package org.regatta.workflow;

import org.regatta.shared.Problem;

/** The engine moved the task's process by itself, for instance because a date was reached, while the task was completed. */
public class TaskMoving extends Problem {

    TaskMoving(TaskView task, Throwable cause) {
        super(
                Kind.CONFLICT,
                "The process of \"" + task.name()
                        + "\" moved at the same moment. Nothing was saved; reload and complete it again if it is still open.");
        initCause(cause);
    }
}
