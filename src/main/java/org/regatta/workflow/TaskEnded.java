package org.regatta.workflow;

import org.regatta.shared.Problem;

/** The task was completed or withdrawn before. */
public class TaskEnded extends Problem {

    /** The task that is over. */
    public TaskEnded(TaskView task) {
        super(
                Kind.CONFLICT,
                "\"" + task.name() + "\" is no longer open: it was "
                        + (task.state() == TaskView.State.COMPLETED ? "completed" : "withdrawn")
                        + " before. What you typed was not saved; reload the inbox to see what waits for you.");
    }
}
