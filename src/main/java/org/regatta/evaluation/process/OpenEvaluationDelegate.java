package org.regatta.evaluation.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundNotReady;
import org.regatta.jury.AssignmentPlan;
import org.regatta.notification.Reminders;
import org.regatta.project.Participations;
import org.regatta.project.ProjectLifecycle;
import org.springframework.stereotype.Component;

/**
 * Service task {@code openEvaluation}: admits the projects still in the competition, assigns them, opens the round. The
 * work on each project is started afterwards in chunks by {@link MoveProjectsJob}.
 */
@Component
class OpenEvaluationDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;
    private final ProjectLifecycle projects;
    private final Participations participations;
    private final AssignmentPlan assignments;
    private final Reminders reminders;

    OpenEvaluationDelegate(
            RoundLifecycle rounds,
            ProjectLifecycle projects,
            Participations participations,
            AssignmentPlan assignments,
            Reminders reminders) {
        this.rounds = rounds;
        this.projects = projects;
        this.participations = participations;
        this.assignments = assignments;
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var roundId = UUID.fromString(execution.getProcessBusinessKey());
        try {
            rounds.open(roundId);
        } catch (RoundNotReady notReady) {
            throw new BpmnError(notReady.code(), notReady);
        }
        var round = rounds.find(roundId);
        participations.admit(roundId, projects.running(round.competitionId()));
        assignments.assignRound(roundId);
        execution.setVariable("closesAt", Date.from(round.endsAt()));
        execution.setVariable("remindAt", Date.from(reminders.due(roundId, round.closesAt(), round.endsAt())));
    }
}
