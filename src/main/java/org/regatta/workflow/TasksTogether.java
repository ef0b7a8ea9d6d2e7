package org.regatta.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Problem;
import org.springframework.stereotype.Service;

/**
 * Completes many tasks of one kind with the same answers: proposed first, then applied, each in a transaction of its
 * own, so that one that has moved on meanwhile does not hold up the others. Checks rights as {@link Tasks} does.
 */
@Service
public class TasksTogether {

    /** Most tasks at once. */
    public static final int MOST = 200;

    private final Tasks tasks;
    private final Access access;

    TasksTogether(Tasks tasks, Access access) {
        this.tasks = tasks;
        this.access = access;
    }

    /**
     * One of the tasks and what became or would become of it.
     *
     * @param hindrance null where it is or can be completed
     */
    public record Part(TaskView task, @Nullable Problem hindrance) {}

    /**
     * The tasks and what completing them now would meet; nothing is changed. Tasks unknown to the viewer are left out.
     *
     * @throws InvalidInput if they are of several kinds, of one that needs a judgement each, too many or none
     */
    public List<Part> propose(List<String> taskIds) {
        var parts = new ArrayList<Part>();
        var me = access.viewer().personId();
        for (var taskId : distinct(taskIds)) {
            try {
                var task = tasks.get(taskId);
                Problem hindrance = null;
                if (task.state() != TaskView.State.OPEN) {
                    hindrance = new TaskEnded(task);
                } else if (task.assignee() != null && !me.equals(task.assignee())) {
                    hindrance = new TaskClaimed(task);
                }
                parts.add(new Part(task, hindrance));
            } catch (TaskNotFound gone) {
                continue;
            }
        }
        requireAlike(parts);
        return parts;
    }

    /**
     * The same with the answers checked under the form that all of them share.
     *
     * @throws InvalidInput also with a finding per field
     */
    public List<Part> propose(List<String> taskIds, Map<String, Object> answers) {
        var parts = propose(taskIds);
        tasks.check(parts.getFirst().task().taskId(), answers);
        return parts;
    }

    /** Completes those that can be; tells for each of the others why not. */
    public List<Part> complete(List<String> taskIds, Map<String, Object> answers) {
        return propose(taskIds, answers).stream()
                .map(part -> part.hindrance() == null ? complete(part.task(), answers) : part)
                .toList();
    }

    private Part complete(TaskView task, Map<String, Object> answers) {
        try {
            tasks.complete(task.taskId(), answers);
            return new Part(task, null);
        } catch (Problem hindrance) {
            return new Part(task, hindrance);
        }
    }

    private void requireAlike(List<Part> parts) {
        var kinds = parts.stream().map(part -> part.task().taskKey()).distinct().toList();
        if (kinds.isEmpty()) {
            throw new InvalidInput(new Finding("task", "No task is chosen.", "Tick the tasks in the inbox."));
        }
        if (kinds.size() > 1) {
            throw new InvalidInput(
                    new Finding("task", "The tasks are of several kinds.", "Choose tasks of one kind only."));
        }
        if (!tasks.alike(kinds.getFirst())) {
            throw new InvalidInput(new Finding(
                    "task", "Each of these tasks needs a judgement of its own.", "Open them one after the other."));
        }
    }

    private static LinkedHashSet<String> distinct(List<String> taskIds) {
        var ids = new LinkedHashSet<>(taskIds);
        if (ids.size() > MOST) {
            throw new InvalidInput(
                    new Finding("task", "More than " + MOST + " tasks are chosen.", "Choose fewer at a time."));
        }
        return ids;
    }
}
