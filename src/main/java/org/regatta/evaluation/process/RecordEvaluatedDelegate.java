package org.regatta.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.EvaluationProgress;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.springframework.stereotype.Component;

/**
 * Service task {@code recordEvaluated}; a project of which an evaluation is reopened is not evaluated yet. {@code
 * evaluated} tells revisions that nothing else is open.
 */
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
        execution.setVariable("evaluated", true);
        var roundId = EvaluateProjectProcess.roundId(execution.getProcessBusinessKey());
        var projectId = EvaluateProjectProcess.projectId(execution.getProcessBusinessKey());
        if (progress.complete(roundId, projectId)) {
            participations.move(roundId, projectId, State.RUNNING, State.EVALUATED);
        }
    }
}
