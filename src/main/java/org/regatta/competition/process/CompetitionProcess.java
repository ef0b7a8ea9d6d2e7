package org.regatta.competition.process;

import java.util.Map;
import java.util.UUID;
import org.regatta.competition.CompetitionStarted;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.change.RoundAdded;
import org.regatta.competition.change.RoundChanged;
import org.regatta.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Process {@code competition}; its business key is the competition's id. */
@Component
class CompetitionProcess {

    static final String KEY = "competition";

    private final Processes processes;
    private final RoundLifecycle rounds;

    CompetitionProcess(Processes processes, RoundLifecycle rounds) {
        this.rounds = rounds;
        this.processes = processes;
    }

    @EventListener
    void on(CompetitionStarted started) {
        var competitionId = started.subject();
        var programId = rounds.competition(started.competitionId()).programId();
        rounds.startCompetition(started.competitionId());
        processes.start(KEY, competitionId, Map.of("programId", programId.toString(), "competitionId", competitionId));
    }

    @EventListener
    void on(RoundAdded added) {
        planChanged(added.competitionId());
    }

    @EventListener
    void on(RoundChanged changed) {
        planChanged(changed.competitionId());
    }

    /** A process that waits to open a round, or to close the edition, looks again; any other goes on as it is. */
    private void planChanged(UUID competitionId) {
        processes.correlate("planChanged", competitionId.toString(), Map.of());
    }
}
