package org.regatta.evaluation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.Discrepancies;
import org.springframework.stereotype.Component;

/** Service task {@code checkThirdReader}: false where the third reader abstained or was recused. */
@Component
class CheckThirdReaderDelegate implements JavaDelegate {

    private final Discrepancies discrepancies;

    CheckThirdReaderDelegate(Discrepancies discrepancies) {
        this.discrepancies = discrepancies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var scored = discrepancies.scored(
                EvaluateProjectProcess.roundId(key), EvaluateProjectProcess.projectId(key), UUID.fromString((String)
                        execution.getVariable("thirdReader")));
        execution.setVariable("thirdReaderScored", scored);
        if (scored) {
            // a project is read afresh once: revisions after that are not compared again
            execution.setVariable("discrepancyLimit", 0);
        }
    }
}
