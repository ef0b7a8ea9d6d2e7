package org.regatta.evaluation.web;

import java.util.Set;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.jury.AssignmentPlan;
import org.regatta.workflow.TaskNotFound;
import org.regatta.workflow.TaskPage;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** Shows a juror's tasks on the page of their evaluation, which stays when the task is gone. */
@Component
class JurorTaskPage implements TaskPage {

    static final Set<String> TASKS = Set.of("scoreProject", "scoreAsThirdReader", "reviseEvaluation");

    private final AssignmentPlan assignments;
    private final Access access;

    JurorTaskPage(AssignmentPlan assignments, Access access) {
        this.assignments = assignments;
        this.access = access;
    }

    @Override
    public Set<String> taskKeys() {
        return TASKS;
    }

    @Override
    public String address(TaskView task) {
        return "/evaluations/" + assignmentId(task);
    }

    private UUID assignmentId(TaskView task) {
        var roundId = task.roundId();
        var projectId = task.projectId();
        if (roundId == null || projectId == null) {
            throw new TaskNotFound(task.taskId());
        }
        return assignments
                .find(roundId, projectId, access.viewer().personId())
                .orElseThrow(() -> new TaskNotFound(task.taskId()))
                .id();
    }
}
