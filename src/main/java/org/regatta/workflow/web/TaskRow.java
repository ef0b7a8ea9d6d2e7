package org.regatta.workflow.web;

import org.jspecify.annotations.Nullable;
import org.regatta.workflow.TaskSubjects.Subject;
import org.regatta.workflow.TaskView;

/**
 * A task with what it is about.
 *
 * @param name of the task in the reader's language
 */
record TaskRow(
        TaskView task,
        String name,
        @Nullable Subject competition,
        @Nullable Subject round,
        @Nullable Subject project) {

    /** The project's title, else the task's name. */
    public String title() {
        return project == null ? name : project.title();
    }

    /** Whether it waits for a whole group until somebody takes it. */
    public boolean shared() {
        return task.assignee() == null;
    }

    /** Whether it was taken from a group and can go back to it. */
    public boolean taken() {
        return task.assignee() != null && task.candidateRole() != null;
    }
}
