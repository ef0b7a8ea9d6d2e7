package org.regatta.evaluation.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.evaluation.Discrepancies;
import org.springframework.stereotype.Component;

/**
 * Service task {@code checkThirdReader}: false where the third reader abstained or was recused. Sets {@code closesAt} for
 * the next one, since the round may have been extended.
 */
@Component
class CheckThirdReaderDelegate implements JavaDelegate {

    private final Discrepancies discrepancies;
    private final RoundLifecycle rounds;

    CheckThirdReaderDelegate(Discrepancies discrepancies, RoundLifecycle rounds) {
        this.discrepancies = discrepancies;
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var roundId = EvaluateProjectProcess.roundId(key);
        var reader = UUID.fromString((String) execution.getVariable("thirdReader"));
        var scored = discrepancies.scored(roundId, EvaluateProjectProcess.projectId(key), reader);
        execution.setVariable("thirdReaderScored", scored);
        execution.setVariable("closesAt", Date.from(rounds.find(roundId).dueAt()));
        if (scored) {
            // a project is read afresh once: revisions after that are not compared again
            execution.setVariable("discrepancyLimit", 0);
        }
    }
}
