package org.regatta.evaluation.process;

import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundLifecycle;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps over the rounds at work: starts what waits, ends what is to end, and reports to the rounds' processes. Every
 * node runs it; rows are taken with {@code skip locked}, so nodes share the work.
 */
@Component
class MoveProjectsJob {

    /** Starts per transaction: five times as fast as one by one, and flat beyond. */
    private static final int CHUNK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(MoveProjectsJob.class);

    private final RoundLifecycle rounds;
    private final Participations participations;
    private final ProjectChunks chunks;

    MoveProjectsJob(RoundLifecycle rounds, Participations participations, ProjectChunks chunks) {
        this.rounds = rounds;
        this.participations = participations;
        this.chunks = chunks;
    }

    @Scheduled(fixedDelayString = "${regatta.evaluation.sweep-interval:PT0.5S}")
    void run() {
        participations.roundsWith(State.WAITING).forEach(roundId -> drain(roundId, State.WAITING, State.RUNNING));
        participations.roundsWith(State.ENDING).forEach(roundId -> drain(roundId, State.ENDING, State.ENDED));
        rounds.atWork(RoundKind.EVALUATION).forEach(round -> chunks.report(round.id()));
    }

    private void drain(UUID roundId, State from, State to) {
        int moved;
        do {
            try {
                moved = chunks.move(roundId, from, to, CHUNK);
            } catch (RuntimeException failed) {
                LOG.error("chunk not moved, going one by one round={} from={} to={}", roundId, from, to, failed);
                moved = oneByOne(roundId, from, to);
            }
        } while (moved > 0);
    }

    /** One broken project does not keep the others waiting: it stays where it is and is tried with the next sweep. */
    private int oneByOne(UUID roundId, State from, State to) {
        var moved = 0;
        for (var projectId : participations.in(roundId, from, CHUNK)) {
            try {
                moved += chunks.moveOne(roundId, projectId, from, to) ? 1 : 0;
            } catch (RuntimeException failed) {
                LOG.error("project not moved round={} project={} from={} to={}", roundId, projectId, from, to, failed);
            }
        }
        return moved;
    }
}
