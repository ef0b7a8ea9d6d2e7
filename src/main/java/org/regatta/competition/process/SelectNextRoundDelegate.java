package org.regatta.competition.process;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.competition.RoundLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code selectNextRound}: the gateways after it ask {@code roundKind}, {@code NONE} when all are done. */
@Component
class SelectNextRoundDelegate implements JavaDelegate {

    /** A round without an opening time waits for a person; the engine's timer needs a date all the same. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final RoundLifecycle rounds;

    SelectNextRoundDelegate(RoundLifecycle rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = rounds.next(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable(
                "roundKind", next.map(round -> round.kind().name()).orElse("NONE"));
        next.ifPresent(round -> {
            execution.setVariable("roundId", round.id().toString());
            execution.setVariable("opensAt", Date.from(Objects.requireNonNullElse(round.opensAt(), NEVER)));
        });
    }
}
