package org.regatta.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.EvaluationProgress;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.springframework.stereotype.Component;

/** Service task {@code recordEvaluated}; says whether {@code everythingIn}, or an evaluation is reopened. */
@Component
class RecordEvaluatedDelegate implements JavaDelegate {

    private final Participations participations;
    private final EvaluationProgress progress;

    RecordEvaluatedDelegate(Participations participations, EvaluationProgress progress) {
        this.participations = participations;
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = EvaluateProjectProcess.roundId(execution.getProcessBusinessKey());
        var projectId = EvaluateProjectProcess.projectId(execution.getProcessBusinessKey());
        var complete = progress.complete(roundId, projectId);
        execution.setVariable("everythingIn", complete);
        if (complete) {
            participations.move(roundId, projectId, State.RUNNING, State.EVALUATED);
        }
    }
}
