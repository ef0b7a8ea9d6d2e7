package org.regatta.deliberation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundNotReady;
import org.regatta.deliberation.DecisionLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code openDeliberation}. */
@Component
class OpenDeliberationDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final DecisionLifecycle decisions;

    OpenDeliberationDelegate(RoundLifecycle rounds, DecisionLifecycle decisions) {
        this.rounds = rounds;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        try {
            rounds.open(roundId);
            decisions.propose(roundId);
        } catch (RoundNotReady notReady) {
            throw new BpmnError(notReady.code(), notReady);
        }
    }
}
