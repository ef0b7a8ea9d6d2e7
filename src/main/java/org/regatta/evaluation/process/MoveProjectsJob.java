package org.regatta.evaluation.process;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundView;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps over the rounds at work: starts what waits, ends what is to end, and reports to the rounds' processes. Every
 * node runs it; rows are taken with {@code skip locked}, so nodes share the work.
 */
@Component
class MoveProjectsJob {

    /** So many started at once that the planner is told of them: early, since every further one is checked by its plans. */
    private static final int MANY = 50;

    private static final Logger LOG = LoggerFactory.getLogger(MoveProjectsJob.class);

    private final RoundLifecycle rounds;
    private final Participations participations;
    private final ProjectChunks chunks;
    private final int chunk;

    /** Starts {@code chunk} projects in a transaction: 100 is five times as fast as one by one, and more is not faster. */
    MoveProjectsJob(
            RoundLifecycle rounds,
            Participations participations,
            ProjectChunks chunks,
            @Value("${regatta.evaluation.chunk:100}") int chunk) {
        this.rounds = rounds;
        this.participations = participations;
        this.chunks = chunks;
        this.chunk = chunk;
    }

    @Scheduled(fixedDelayString = "${regatta.evaluation.sweep-interval:PT0.5S}")
    void run() {
        each(participations.roundsWith(State.WAITING), roundId -> drain(roundId, State.WAITING, State.RUNNING));
        each(participations.roundsWith(State.ENDING), roundId -> drain(roundId, State.ENDING, State.ENDED));
        each(rounds.atWork(RoundKind.EVALUATION).stream().map(RoundView::id).toList(), chunks::report);
    }

    /** One broken round does not keep those behind it waiting. */
    private static void each(List<UUID> roundIds, Consumer<UUID> work) {
        for (var roundId : roundIds) {
            try {
                work.accept(roundId);
            } catch (RuntimeException failed) {
                LOG.error("round not swept round={}", roundId, failed);
            }
        }
    }

    private void drain(UUID roundId, State from, State to) {
        try {
            var before = 0;
            for (var moved = move(roundId, from, to); moved > 0; moved = move(roundId, from, to)) {
                if (to == State.RUNNING && before < MANY && before + moved >= MANY) {
                    chunks.refreshStatistics();
                }
                before += moved;
            }
        } catch (RuntimeException failed) {
            LOG.error("chunk not moved, going one by one round={} from={} to={}", roundId, from, to, failed);
            oneByOne(roundId, from, to);
        }
    }

    private int move(UUID roundId, State from, State to) {
        return chunks.move(roundId, from, to, chunk);
    }

    /**
     * One broken project does not keep the others waiting, however many of its kind there are: it is passed, stays where
     * it is and is tried with the next sweep.
     */
    private void oneByOne(UUID roundId, State from, State to) {
        var page = participations.in(roundId, from, null, chunk);
        while (!page.isEmpty()) {
            page.forEach(projectId -> moveOne(roundId, projectId, from, to));
            page = participations.in(roundId, from, page.getLast(), chunk);
        }
    }

    private void moveOne(UUID roundId, UUID projectId, State from, State to) {
        try {
            chunks.moveOne(roundId, projectId, from, to);
        } catch (RuntimeException failed) {
            LOG.error("project not moved round={} project={} from={} to={}", roundId, projectId, from, to, failed);
        }
    }
}
