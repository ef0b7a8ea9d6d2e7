package org.regatta.evaluation.process;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.competition.RoundLifecycle;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;

/** What is broken does not keep what is whole waiting. */
class MoveProjectsJobTest {

    private static final UUID BROKEN = new UUID(0, 1);
    private static final UUID WHOLE = new UUID(0, 2);

    private final Participations participations = mock();
    private final ProjectChunks chunks = mock();
    private final MoveProjectsJob job = new MoveProjectsJob(mock(RoundLifecycle.class), participations, chunks, 100);

    @BeforeEach
    void twoRoundsWaitAndTheFirstIsBroken() {
        when(participations.roundsWith(State.WAITING)).thenReturn(List.of(BROKEN, WHOLE));
        when(chunks.move(eq(BROKEN), any(), any(), anyInt())).thenThrow(new IllegalStateException("broken"));
    }

    @Test
    void goesOnWithTheNextRoundAfterOneThatCannotEvenBeRead() {
        when(participations.in(eq(BROKEN), any(), any(), anyInt())).thenThrow(new IllegalStateException("broken"));

        job.run();

        verify(chunks).move(eq(WHOLE), eq(State.WAITING), eq(State.RUNNING), anyInt());
    }

    @Test
    void tellsThePlannerOnceThatManyHaveStarted() {
        when(chunks.move(eq(WHOLE), any(), any(), anyInt())).thenReturn(49, 100, 100, 0);

        job.run();

        var inOrder = inOrder(chunks);
        inOrder.verify(chunks, times(2)).move(eq(WHOLE), any(), any(), anyInt());
        inOrder.verify(chunks).refreshStatistics();
        inOrder.verify(chunks, times(2)).move(eq(WHOLE), any(), any(), anyInt());
        verify(chunks).refreshStatistics();
    }

    @Test
    void passesProjectsThatCannotBeMovedHoweverManyTheyAre() {
        when(participations.in(eq(BROKEN), eq(State.WAITING), isNull(), anyInt()))
                .thenReturn(List.of(BROKEN));
        when(participations.in(eq(BROKEN), eq(State.WAITING), eq(BROKEN), anyInt()))
                .thenReturn(List.of(WHOLE));
        doThrow(new IllegalStateException("broken")).when(chunks).moveOne(eq(BROKEN), eq(BROKEN), any(), any());

        job.run();

        verify(chunks).moveOne(BROKEN, WHOLE, State.WAITING, State.RUNNING);
    }
}
