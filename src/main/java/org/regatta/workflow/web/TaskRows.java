package org.regatta.workflow.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.TaskSubjects;
import org.regatta.workflow.TaskSubjects.Subject;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** Looks up what tasks are about, all of them at once. */
@Component
class TaskRows {

    private final List<TaskSubjects> subjects;
    private final TaskNames names;

    TaskRows(List<TaskSubjects> subjects, TaskNames names) {
        this.subjects = subjects;
        this.names = names;
    }

    TaskRow of(TaskView task) {
        return of(List.of(task)).getFirst();
    }

    List<TaskRow> of(List<TaskView> tasks) {
        return of(tasks, known(tasks, List.of()));
    }

    List<TaskRow> of(List<TaskView> tasks, Map<UUID, Subject> known) {
        var rows = new ArrayList<TaskRow>();
        for (var task : tasks) {
            rows.add(new TaskRow(
                    task,
                    names.of(task),
                    at(known, task.competitionId()),
                    at(known, task.roundId()),
                    at(known, task.projectId())));
        }
        return rows;
    }

    /** What the tasks are about, and what else is asked for; as many statements for one as for many. */
    Map<UUID, Subject> known(List<TaskView> tasks, List<@Nullable UUID> more) {
        var ids = new HashSet<UUID>();
        more.stream().filter(id -> id != null).forEach(ids::add);
        for (var task : tasks) {
            Stream.of(task.competitionId(), task.roundId(), task.projectId())
                    .filter(id -> id != null)
                    .forEach(ids::add);
        }
        var known = new HashMap<UUID, Subject>();
        if (!ids.isEmpty()) {
            subjects.forEach(one -> known.putAll(one.byIds(ids)));
        }
        return known;
    }

    private static @Nullable Subject at(Map<UUID, Subject> known, @Nullable UUID id) {
        return id == null ? null : known.get(id);
    }
}
