package org.regatta.competition.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code archiveCompetition}. */
@Component
class ArchiveCompetitionDelegate implements JavaDelegate {

    private final RoundLifecycle rounds;

    ArchiveCompetitionDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.closeCompetition(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
