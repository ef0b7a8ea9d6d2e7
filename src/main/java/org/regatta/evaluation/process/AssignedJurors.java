package org.regatta.evaluation.process;

import java.util.List;
import java.util.UUID;
import org.regatta.jury.AssignmentPlan;
import org.regatta.workflow.StepCollection;
import org.springframework.stereotype.Component;

/** Collection {@code assignedJurors}: the persons who evaluate one project in one round. */
@Component("assignedJurors")
class AssignedJurors implements StepCollection {

    private final AssignmentPlan assignments;

    AssignedJurors(AssignmentPlan assignments) {
        this.assignments = assignments;
    }

    @Override
    public int cap() {
        return AssignmentPlan.MOST_ON_A_PROJECT;
    }

    @Override
    public List<String> elements(String businessKey) {
        return assignments
                .activeJurors(
                        EvaluateProjectProcess.roundId(businessKey), EvaluateProjectProcess.projectId(businessKey))
                .stream()
                .map(UUID::toString)
                .toList();
    }
}
