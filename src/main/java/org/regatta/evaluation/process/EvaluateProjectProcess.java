package org.regatta.evaluation.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.RoundView;
import org.regatta.evaluation.EvaluationAbstained;
import org.regatta.evaluation.EvaluationReopened;
import org.regatta.evaluation.EvaluationSubmitted;
import org.regatta.jury.AssignmentEnded;
import org.regatta.jury.AssignmentHandedOver;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.regatta.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Process {@code evaluateProject}; its business key is {@code round:project}. */
@Component
class EvaluateProjectProcess {

    static final String KEY = "evaluateProject";

    private static final List<String> JUROR_TASKS = List.of("reviseEvaluation", "scoreProject", "scoreAsThirdReader");

    private final Processes processes;
    private final Participations participations;

    EvaluateProjectProcess(Processes processes, Participations participations) {
        this.processes = processes;
        this.participations = participations;
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
                        "closesAt", Date.from(round.endsAt()),
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
        participations.move(reopened.roundId(), reopened.projectId(), State.EVALUATED, State.RUNNING);
        processes.correlate(
                "evaluationReopened",
                businessKey(reopened.roundId(), reopened.projectId()),
                Map.of("reopenedJuror", reopened.personId().toString()));
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

    static String businessKey(UUID roundId, UUID projectId) {
        return roundId + ":" + projectId;
    }

    static UUID roundId(String businessKey) {
        return UUID.fromString(businessKey.substring(0, businessKey.indexOf(':')));
    }

    static UUID projectId(String businessKey) {
        return UUID.fromString(businessKey.substring(businessKey.indexOf(':') + 1));
    }
}
