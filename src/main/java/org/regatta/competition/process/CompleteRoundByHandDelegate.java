package org.regatta.competition.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code completeRoundByHand}. */
@Component
class CompleteRoundByHandDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    CompleteRoundByHandDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString((String) execution.getVariable("roundId"));
        rounds.close(roundId);
        rounds.complete(roundId);
    }
}
