package org.regatta.competition.process;

import java.util.Map;
import org.regatta.competition.CompetitionStarted;
import org.regatta.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Process {@code competition}; its business key is the competition's id. */
@Component
class CompetitionProcess {

    static final String KEY = "competition";

    private final Processes processes;

    CompetitionProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(CompetitionStarted started) {
        var competitionId = started.competitionId().toString();
        processes.start(
                KEY,
                competitionId,
                Map.of("programId", started.programId().toString(), "competitionId", competitionId));
    }
}
