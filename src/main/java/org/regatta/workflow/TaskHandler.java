package org.regatta.workflow;

import java.util.Map;
import java.util.UUID;

/**
 * What a module does when one of its user tasks is completed, in the transaction of the completion. A user task
 * without a handler only passes its gateway answers (switches and choices of its form) to the process.
 */
public interface TaskHandler {

    /** The user task's id in the model. */
    String taskKey();

    /**
     * Does what completing means; may refuse with a {@link org.regatta.shared.Problem}.
     *
     * @param answers valid under the task's form
     * @return variables for the process: gateway answers and ids only
     */
    Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId);

    /** The form of this very task; handlers whose form depends on data (a rubric) build it here. */
    default TaskForm form(TaskView task, TaskForm drawn) {
        return drawn;
    }

    /** Whether many of these tasks may be given the same answers at once; never where each needs a judgement of its own. */
    default boolean alike() {
        return false;
    }

    /** What the form shows before the first answer: a draft, for instance. */
    default Map<String, Object> initialAnswers(TaskView task, UUID personId) {
        return Map.of();
    }

    /**
     * Keeps answers that are not complete yet, unchecked but for what would do harm.
     *
     * @return whether this task keeps drafts
     */
    default boolean keep(TaskView task, Map<String, Object> answers, UUID personId) {
        return false;
    }
}
