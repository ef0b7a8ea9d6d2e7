package org.regatta.evaluation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code completeEvaluation}. */
@Component
class CompleteEvaluationDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    CompleteEvaluationDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.complete(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
