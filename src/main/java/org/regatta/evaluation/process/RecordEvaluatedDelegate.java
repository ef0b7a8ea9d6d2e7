package org.regatta.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.springframework.stereotype.Component;

/** Service task {@code recordEvaluated}. */
@Component
class RecordEvaluatedDelegate implements JavaDelegate {

    private final Participations participations;

    RecordEvaluatedDelegate(Participations participations) {
        this.participations = participations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        participations.move(
                EvaluateProjectProcess.roundId(key),
                EvaluateProjectProcess.projectId(key),
                State.RUNNING,
                State.EVALUATED);
    }
}
