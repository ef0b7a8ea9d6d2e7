package org.regatta.evaluation.process;

import java.util.Map;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.evaluation.EvaluationProgress;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.regatta.workflow.Processes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the projects of a round in chunks, each one transaction: the row of a project moves together with its process,
 * so that a killed node leaves every chunk done or undone and any node goes on with the rest.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ProjectChunks {

    private final RoundLifecycle rounds;
    private final Participations participations;
    private final EvaluateProjectProcess work;
    private final Processes processes;
    private final EvaluationProgress progress;
    private final DiscrepancyRules discrepancies;

    ProjectChunks(
            RoundLifecycle rounds,
            Participations participations,
            EvaluateProjectProcess work,
            Processes processes,
            EvaluationProgress progress,
            DiscrepancyRules discrepancies) {
        this.rounds = rounds;
        this.participations = participations;
        this.work = work;
        this.processes = processes;
        this.progress = progress;
        this.discrepancies = discrepancies;
    }

    /** Moves at most {@code most} projects and their processes; returns how many. */
    int move(UUID roundId, State from, State to, int most) {
        var round = rounds.find(roundId);
        var projectIds = participations.take(roundId, from, to, most);
        var limit = to == State.RUNNING ? discrepancies.limit(roundId) : 0;
        projectIds.forEach(projectId -> moveProcess(round, projectId, to, limit));
        return projectIds.size();
    }

    /** Tells the planner that many have started. */
    void refreshStatistics() {
        processes.refreshStatistics();
    }

    /** Moves one project and its process; nothing happens if another worker was faster. */
    void moveOne(UUID roundId, UUID projectId, State from, State to) {
        if (participations.move(roundId, projectId, from, to)) {
            moveProcess(rounds.find(roundId), projectId, to, discrepancies.limit(roundId));
        }
    }

    private void moveProcess(RoundView round, UUID projectId, State to, int discrepancyLimit) {
        if (to == State.RUNNING) {
            work.start(round, projectId, discrepancyLimit);
        } else {
            work.end(round.id(), projectId);
        }
    }

    /** Tells the round's process what its projects have come to; nothing happens if it does not wait for that. */
    void report(UUID roundId) {
        var round = rounds.find(roundId);
        if (round.status() == RoundStatus.OPEN
                && round.closesWhenComplete()
                && !participations.any(roundId, State.WAITING, State.RUNNING)
                && !progress.justSubmitted(roundId)) {
            processes.correlate("evaluationsCompleted", roundId.toString(), Map.of());
        } else if (round.status() == RoundStatus.CLOSED
                && !participations.any(roundId, State.WAITING, State.RUNNING, State.EVALUATED, State.ENDING)) {
            processes.correlate("projectsEnded", roundId.toString(), Map.of());
        }
    }
}
