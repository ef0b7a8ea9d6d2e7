package org.regatta.evaluation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.springframework.stereotype.Component;

/** Service task {@code closeEvaluation}; {@link MoveProjectsJob} then tells the work on every project. */
@Component
class CloseEvaluationDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final Participations participations;

    CloseEvaluationDelegate(RoundLifecycle rounds, Participations participations) {
        this.rounds = rounds;
        this.participations = participations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        rounds.close(roundId);
        participations.moveAll(roundId, State.WAITING, State.ENDED);
        participations.moveAll(roundId, State.RUNNING, State.ENDING);
        participations.moveAll(roundId, State.EVALUATED, State.ENDING);
    }
}
