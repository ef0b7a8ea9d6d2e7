package org.regatta.project.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code applyIntakeDeadline}; moves {@code closesAt}, the moment the deadline and its grace are over. */
@Component
class ApplyIntakeDeadlineDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    ApplyIntakeDeadlineDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        execution.setVariable("closesAt", Date.from(rounds.find(roundId).endsAt()));
    }
}
