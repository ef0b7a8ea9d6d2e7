package org.regatta.evaluation.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.workflow.Processes;
import org.springframework.stereotype.Component;

/** Service task {@code applyEvaluationDeadline}; moves {@code closesAt} and the date of every open task. */
@Component
class ApplyEvaluationDeadlineDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final Processes processes;

    ApplyEvaluationDeadlineDelegate(RoundLifecycle rounds, Processes processes) {
        this.rounds = rounds;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        var endsAt = rounds.find(roundId).endsAt();
        execution.setVariable("closesAt", Date.from(endsAt));
        processes.moveDueDates(roundId, endsAt);
    }
}
