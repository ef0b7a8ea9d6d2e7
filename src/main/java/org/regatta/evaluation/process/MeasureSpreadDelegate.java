package org.regatta.evaluation.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.evaluation.Discrepancies;
import org.regatta.evaluation.EvaluationProgress;
import org.springframework.stereotype.Component;

/**
 * Service task {@code measureSpread}; sets what the decision {@code discrepancy} asks for, whether {@code everythingIn},
 * or an evaluation is reopened, and {@code closesAt}, since the round may have been extended.
 */
@Component
class MeasureSpreadDelegate implements JavaDelegate {

    private final Discrepancies discrepancies;
    private final EvaluationProgress progress;
    private final RoundLifecycle rounds;

    MeasureSpreadDelegate(Discrepancies discrepancies, EvaluationProgress progress, RoundLifecycle rounds) {
        this.discrepancies = discrepancies;
        this.progress = progress;
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var roundId = EvaluateProjectProcess.roundId(key);
        var projectId = EvaluateProjectProcess.projectId(key);
        var spread = discrepancies.spread(roundId, projectId);
        execution.setVariable("evaluationCount", spread.evaluations());
        execution.setVariable("spreadPercent", spread.percent());
        execution.setVariable("everythingIn", progress.complete(roundId, projectId));
        execution.setVariable("closesAt", Date.from(rounds.find(roundId).dueAt()));
    }
}
