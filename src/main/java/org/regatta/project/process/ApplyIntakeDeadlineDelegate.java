package org.regatta.project.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.notification.Reminders;
import org.springframework.stereotype.Component;

/** Service task {@code applyIntakeDeadline}; moves {@code closesAt}, the moment the deadline and its grace are over, and {@code remindAt}. */
@Component
class ApplyIntakeDeadlineDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final Reminders reminders;

    ApplyIntakeDeadlineDelegate(RoundLifecycle rounds, Reminders reminders) {
        this.rounds = rounds;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        var round = rounds.find(roundId);
        execution.setVariable("closesAt", Date.from(round.endsAt()));
        execution.setVariable("remindAt", Date.from(reminders.due(roundId, round.closesAt(), round.endsAt())));
    }
}
