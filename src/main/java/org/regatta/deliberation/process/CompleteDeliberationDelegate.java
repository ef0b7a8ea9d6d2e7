package org.regatta.deliberation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code completeDeliberation}. */
@Component
class CompleteDeliberationDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    CompleteDeliberationDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        rounds.close(roundId);
        rounds.complete(roundId);
    }
}
