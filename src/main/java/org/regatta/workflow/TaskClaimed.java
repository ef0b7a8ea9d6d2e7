package org.regatta.workflow;

import org.regatta.shared.Problem;

/** Somebody else has claimed the task. */
public class TaskClaimed extends Problem {

    /** The task somebody else works on. */
    public TaskClaimed(TaskView task) {
        super(Kind.CONFLICT, "Somebody else has claimed \"" + task.name() + "\". Ask them to release it.");
    }
}
