package org.regatta.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.EvaluationProgress;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.springframework.stereotype.Component;

/** Service task {@code recordRevised}: the project counts as evaluated again once none of its evaluations is open. */
@Component
class RecordRevisedDelegate implements JavaDelegate {

    private final Participations participations;
    private final EvaluationProgress progress;

    RecordRevisedDelegate(Participations participations, EvaluationProgress progress) {
        this.participations = participations;
        this.progress = progress;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = EvaluateProjectProcess.roundId(execution.getProcessBusinessKey());
        var projectId = EvaluateProjectProcess.projectId(execution.getProcessBusinessKey());
        if (!awaitsThirdReader(execution) && progress.complete(roundId, projectId)) {
            participations.move(roundId, projectId, State.RUNNING, State.EVALUATED);
        }
    }

    /** Instances that watch for discrepancies come to their end by {@code recordEvaluated} only. */
    private static boolean awaitsThirdReader(DelegateExecution execution) {
        return execution.getVariable("discrepancyLimit") instanceof Integer limit
                && limit > 0
                && execution.getVariable("evaluated") == null;
    }
}
