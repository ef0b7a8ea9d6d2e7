package org.regatta.evaluation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.Discrepancies;
import org.springframework.stereotype.Component;

/** Service task {@code measureSpread}; sets what the decision {@code discrepancy} asks for. */
@Component
class MeasureSpreadDelegate implements JavaDelegate {

    private final Discrepancies discrepancies;

    MeasureSpreadDelegate(Discrepancies discrepancies) {
        this.discrepancies = discrepancies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var spread = discrepancies.spread(EvaluateProjectProcess.roundId(key), EvaluateProjectProcess.projectId(key));
        execution.setVariable("evaluationCount", spread.evaluations());
        execution.setVariable("spreadPercent", spread.percent());
    }
}
