package org.regatta.workflow.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.TaskSubjects.Subject;
import org.regatta.workflow.TaskView;

/**
 * A task with what it is about.
 *
 * @param name of the task in the reader's language
 */
public record TaskRow(
        TaskView task,
        String name,
        @Nullable Subject competition,
        @Nullable Subject round,
        @Nullable Subject project) {

    /** The project's title, else the task's name. */
    public String title() {
        return project == null ? name : project.title();
    }

    /** The round whose deadline its due date is; null where it is due for another reason, or never. */
    public @Nullable UUID deadlineOf() {
        var due = task.dueAt();
        // the engine's dates have milliseconds
        return round != null && due != null && due.equals(millis(round.closesAt())) ? round.id() : null;
    }

    private static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The zone of its competition; null where it belongs to none. */
    public @Nullable ZoneId zone() {
        return competition != null ? competition.zone() : round == null ? null : round.zone();
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
