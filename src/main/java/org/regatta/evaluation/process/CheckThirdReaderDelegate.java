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
        execution.setVariable(
                "thirdReaderScored",
                discrepancies.scored(
                        EvaluateProjectProcess.roundId(key),
                        EvaluateProjectProcess.projectId(key),
                        UUID.fromString((String) execution.getVariable("thirdReader"))));
    }
}
