package org.regatta.evaluation.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.notification.Reminders;
import org.regatta.workflow.Processes;
import org.springframework.stereotype.Component;

/** Service task {@code applyEvaluationDeadline}; moves {@code closesAt}, {@code remindAt} and the date of every open task. */
@Component
class ApplyEvaluationDeadlineDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final Reminders reminders;
    private final Processes processes;

    ApplyEvaluationDeadlineDelegate(RoundLifecycle rounds, Reminders reminders, Processes processes) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        var round = rounds.find(roundId);
        execution.setVariable("closesAt", Date.from(round.endsAt()));
        execution.setVariable("remindAt", Date.from(reminders.due(roundId, round.closesAt(), round.endsAt())));
        processes.moveDueDates(roundId, round.dueAt());
    }
}
