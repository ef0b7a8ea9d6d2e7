package org.regatta.evaluation.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.regatta.competition.RoundLifecycle;
import org.regatta.evaluation.EvaluationReopened;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.regatta.workflow.Processes;

class ReopenedInTurnTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Processes processes = mock();
    private final Participations participations = mock();
    private final RoundLifecycle rounds = mock(RoundLifecycle.class, Answers.RETURNS_DEEP_STUBS);

    /** Else the last juror to hand in, who has the turn, counts the project as evaluated afterwards. */
    @Test
    void movesTheProjectOnlyOnceItHasTheTurnOfItsWork() {
        var id = UUID.randomUUID();
        when(rounds.find(id).endsAt()).thenReturn(NOW);

        new EvaluateProjectProcess(processes, participations, mock(), rounds)
                .on(new EvaluationReopened(id, id, id, id, id, id, id, "A slip.", NOW));

        var order = inOrder(processes, participations);
        order.verify(processes).correlate(eq("evaluationReopened"), eq(id + ":" + id), any());
        order.verify(participations).move(id, id, State.EVALUATED, State.RUNNING);
    }
}
