package org.regatta.project.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code openIntake}; sets {@code closesAt}, the moment the deadline and its grace are over. */
@Component
class OpenIntakeDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    OpenIntakeDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        rounds.open(roundId);
        execution.setVariable("closesAt", Date.from(rounds.find(roundId).endsAt()));
    }
}
