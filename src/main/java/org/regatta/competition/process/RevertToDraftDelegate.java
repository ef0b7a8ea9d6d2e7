package org.regatta.competition.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code revertToDraft}. */
@Component
class RevertToDraftDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    RevertToDraftDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.revertCompetition(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
