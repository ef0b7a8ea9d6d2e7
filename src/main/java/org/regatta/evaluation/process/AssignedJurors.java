package org.regatta.evaluation.process;

import java.util.List;
import java.util.UUID;
import org.regatta.evaluation.EvaluationProgress;
import org.regatta.jury.AssignmentPlan;
import org.regatta.workflow.StepCollection;
import org.springframework.stereotype.Component;

/**
 * Collection {@code assignedJurors}: the persons whose evaluation of one project in one round is awaited. All of them when
 * the work begins; only the newcomer where it goes on after everything was in.
 */
@Component("assignedJurors")
class AssignedJurors implements StepCollection {

    private final EvaluationProgress progress;

    AssignedJurors(EvaluationProgress progress) {
        this.progress = progress;
    }

    @Override
    public int cap() {
        return AssignmentPlan.MOST_ON_A_PROJECT;
    }

    @Override
    public List<String> elements(String businessKey) {
        return progress
                .awaited(EvaluateProjectProcess.roundId(businessKey), EvaluateProjectProcess.projectId(businessKey))
                .stream()
                .map(UUID::toString)
                .toList();
    }
}
