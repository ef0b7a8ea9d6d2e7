package org.regatta.evaluation.process;

import java.util.Map;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundStatus;
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

    ProjectChunks(
            RoundLifecycle rounds, Participations participations, EvaluateProjectProcess work, Processes processes) {
        this.rounds = rounds;
        this.participations = participations;
        this.work = work;
        this.processes = processes;
    }

    /** Starts the work on at most {@code limit} waiting projects; returns how many. */
    int start(UUID roundId, int limit) {
        var round = rounds.find(roundId);
        var projectIds = participations.take(roundId, State.WAITING, State.RUNNING, limit);
        projectIds.forEach(projectId -> work.start(round, projectId));
        return projectIds.size();
    }

    /** Tells at most {@code limit} projects that their round has ended; returns how many. */
    int end(UUID roundId, int limit) {
        var projectIds = participations.take(roundId, State.ENDING, State.ENDED, limit);
        projectIds.forEach(projectId -> work.end(roundId, projectId));
        return projectIds.size();
    }

    /** Tells the round's process what its projects have come to; nothing happens if it does not wait for that. */
    void report(UUID roundId) {
        var round = rounds.find(roundId);
        if (round.status() == RoundStatus.OPEN
                && round.closesWhenComplete()
                && !participations.any(roundId, State.WAITING, State.RUNNING)) {
            processes.correlate("evaluationsCompleted", roundId.toString(), Map.of());
        } else if (round.status() == RoundStatus.CLOSED
                && !participations.any(roundId, State.WAITING, State.RUNNING, State.EVALUATED, State.ENDING)) {
            processes.correlate("projectsEnded", roundId.toString(), Map.of());
        }
    }
}
