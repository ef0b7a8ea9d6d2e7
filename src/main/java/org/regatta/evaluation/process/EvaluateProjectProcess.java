package org.regatta.evaluation.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundView;
import org.regatta.evaluation.EvaluationAbstained;
import org.regatta.evaluation.EvaluationReopened;
import org.regatta.evaluation.EvaluationSubmitted;
import org.regatta.evaluation.TakesNoJurorNow;
import org.regatta.jury.AssignmentEnded;
import org.regatta.jury.AssignmentHandedOver;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.JurorAssigned;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.regatta.project.ProjectStatus;
import org.regatta.project.ProjectWithdrawn;
import org.regatta.project.ProjectsMoved;
import org.regatta.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Process {@code evaluateProject}; its business key is {@code round:project}. */
@Component
class EvaluateProjectProcess {

    static final String KEY = "evaluateProject";

    private static final String SCORE_PROJECT = "scoreProject";
    private static final List<String> JUROR_TASKS = List.of("reviseEvaluation", SCORE_PROJECT, "scoreAsThirdReader");

    private final Processes processes;
    private final Participations participations;
    private final AssignmentPlan assignments;
    private final RoundLifecycle rounds;

    EvaluateProjectProcess(
            Processes processes, Participations participations, AssignmentPlan assignments, RoundLifecycle rounds) {
        this.rounds = rounds;
        this.processes = processes;
        this.participations = participations;
        this.assignments = assignments;
    }

    /**
     * Starts the work on one project; the caller has moved its participation, so it starts once.
     *
     * @param discrepancyLimit see {@link org.regatta.evaluation.DiscrepancyRules#limit}
     */
    void start(RoundView round, UUID projectId, int discrepancyLimit) {
        processes.startLocked(
                KEY,
                businessKey(round.id(), projectId),
                Map.of(
                        "programId", round.programId().toString(),
                        "competitionId", round.competitionId().toString(),
                        "roundId", round.id().toString(),
                        "projectId", projectId.toString(),
                        "closesAt", Date.from(round.dueAt()),
                        "discrepancyLimit", discrepancyLimit));
    }

    /** Tells the work on one project that its round has ended. */
    void end(UUID roundId, UUID projectId) {
        processes.correlate("projectRoundEnded", businessKey(roundId, projectId), Map.of());
    }

    @EventListener
    void on(EvaluationSubmitted submitted) {
        processes.completeTask(
                businessKey(submitted.roundId(), submitted.projectId()), JUROR_TASKS, submitted.personId());
    }

    @EventListener
    void on(EvaluationAbstained abstained) {
        processes.completeTask(
                businessKey(abstained.roundId(), abstained.projectId()), JUROR_TASKS, abstained.personId());
    }

    /** The project is at work again, so that a round that closes when complete does not close over the juror's head. */
    @EventListener
    void on(EvaluationReopened reopened) {
        processes.correlate(
                "evaluationReopened",
                businessKey(reopened.roundId(), reopened.projectId()),
                Map.of(
                        "reopenedJuror", reopened.personId().toString(),
                        // the round may have been extended since the work began
                        "closesAt", Date.from(rounds.find(reopened.roundId()).dueAt())));
        // afterwards, in the turn: whoever hands the last one in meanwhile has counted the project as evaluated
        participations.move(reopened.roundId(), reopened.projectId(), State.EVALUATED, State.RUNNING);
    }

    /**
     * The juror joins those who score; where everything was in, scoring begins anew for this juror alone, and what is in is
     * compared again afterwards.
     */
    @EventListener
    void on(JurorAssigned assigned) {
        var joined = processes.join(
                businessKey(assigned.roundId(), assigned.projectId()),
                SCORE_PROJECT,
                "juror",
                assigned.personId(),
                "awaitRoundEnd",
                // the round may have been extended since the work began
                Map.of("closesAt", Date.from(rounds.find(assigned.roundId()).dueAt())));
        if (!joined) {
            throw new TakesNoJurorNow();
        }
        participations.move(assigned.roundId(), assigned.projectId(), State.EVALUATED, State.RUNNING);
    }

    @EventListener
    void on(AssignmentEnded ended) {
        processes.withdrawTask(businessKey(ended.roundId(), ended.projectId()), JUROR_TASKS, ended.personId());
    }

    @EventListener
    void on(AssignmentHandedOver handed) {
        processes.handOver(
                businessKey(handed.roundId(), handed.projectId()),
                JUROR_TASKS,
                handed.fromPersonId(),
                handed.personId(),
                "thirdReader");
    }

    @EventListener
    void on(ProjectWithdrawn withdrawn) {
        leave(withdrawn.projectId(), withdrawn.competitionId(), withdrawn.actor());
    }

    @EventListener
    void on(ProjectsMoved moved) {
        if (moved.status() == ProjectStatus.WITHDRAWN || moved.status() == ProjectStatus.DISQUALIFIED) {
            moved.projectIds().stream()
                    .sorted()
                    .forEach(projectId -> leave(projectId, moved.competitionId(), moved.actor()));
        }
    }

    /** Ends the work on a project at once, wherever it waits or runs; what waits is never started. */
    private void leave(UUID projectId, UUID competitionId, @Nullable UUID actor) {
        for (var roundId : participations.roundsAtWork(projectId)) {
            // first, so that a juror who hands in meanwhile is either done or finds the task gone
            end(roundId, projectId);
            for (var state : List.of(State.WAITING, State.RUNNING, State.EVALUATED)) {
                participations.move(roundId, projectId, state, State.ENDED);
            }
        }
        assignments.endProject(projectId, competitionId, actor);
    }

    static String businessKey(UUID roundId, UUID projectId) {
        return Participations.workKey(roundId, projectId);
    }

    static UUID roundId(String businessKey) {
        return UUID.fromString(businessKey.substring(0, businessKey.indexOf(':')));
    }

    static UUID projectId(String businessKey) {
        return UUID.fromString(businessKey.substring(businessKey.indexOf(':') + 1));
    }
}
