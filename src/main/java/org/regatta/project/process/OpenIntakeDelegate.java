package org.regatta.project.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.notification.Reminders;
import org.springframework.stereotype.Component;

/** Service task {@code openIntake}; sets {@code closesAt}, the moment the deadline and its grace are over, and {@code remindAt}. */
@Component
class OpenIntakeDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final Reminders reminders;

    OpenIntakeDelegate(RoundLifecycle rounds, Reminders reminders) {
        this.rounds = rounds;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        rounds.open(roundId);
        var round = rounds.find(roundId);
        execution.setVariable("closesAt", Date.from(round.endsAt()));
        execution.setVariable("remindAt", Date.from(reminders.due(roundId, round.closesAt(), round.endsAt())));
    }
}
