package org.regatta.evaluation.process;

import java.util.UUID;
import java.util.function.IntUnaryOperator;
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
        for (var roundId : participations.roundsWith(State.WAITING)) {
            drain("start", roundId, limit -> chunks.start(roundId, limit));
        }
        for (var roundId : participations.roundsWith(State.ENDING)) {
            drain("end", roundId, limit -> chunks.end(roundId, limit));
        }
        rounds.atWork(RoundKind.EVALUATION).forEach(chunks::report);
    }

    /**
     * Moves chunk after chunk. When a whole chunk fails, its projects are tried one by one, so that one broken project
     * does not keep the others waiting; it stays where it is and is tried again with the next sweep.
     */
    private void drain(String step, UUID roundId, IntUnaryOperator move) {
        var limit = CHUNK;
        var moved = 0;
        do {
            try {
                moved = move.applyAsInt(limit);
            } catch (RuntimeException failed) {
                LOG.error("projects not moved step={} round={} limit={}", step, roundId, limit, failed);
                moved = limit == CHUNK ? CHUNK : 0;
                limit = 1;
            }
        } while (moved > 0);
    }
}
