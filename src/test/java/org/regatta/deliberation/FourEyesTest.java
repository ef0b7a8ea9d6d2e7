package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.regatta.competition.RoundLifecycle;
import org.regatta.deliberation.DecisionRepository.Locked;
import org.regatta.identity.Access;
import org.regatta.project.ProjectLifecycle;
import org.regatta.ranking.Calibration;
import org.springframework.context.ApplicationEventPublisher;

class FourEyesTest {

    private static final UUID ROUND = UUID.randomUUID();
    private static final UUID PREPARER = UUID.randomUUID();

    private final DecisionRepository repository = mock();

    @BeforeEach
    void oneDecisionIsPrepared() {
        when(repository.lock(ROUND))
                .thenReturn(List.of(new Locked(
                        UUID.randomUUID(),
                        "1",
                        "One",
                        true,
                        DecisionState.PREPARED,
                        null,
                        Outcome.ADVANCES,
                        PREPARER)));
    }

    @Test
    void keepsThePreparerFromApprovingWhereTheCompetitionAsksForTwo() {
        assertThatThrownBy(() -> lifecycle(true).approve(ROUND, PREPARER))
                .isInstanceOf(DecisionLifecycle.ApprovedByPreparer.class)
                .hasMessageContaining("second person");
        verify(repository, never()).approve(any(), any(), any());
    }

    @Test
    void letsAnybodyElseApprove() {
        var second = UUID.randomUUID();
        lifecycle(true).approve(ROUND, second);
        verify(repository).approve(any(), eq(second), any());
    }

    @Test
    void letsThePreparerApproveWhereOneIsEnough() {
        lifecycle(false).approve(ROUND, PREPARER);
        verify(repository).approve(any(), eq(PREPARER), any());
    }

    private DecisionLifecycle lifecycle(boolean fourEyes) {
        var rounds = mock(RoundLifecycle.class, Answers.RETURNS_DEEP_STUBS);
        when(rounds.competition(any()).fourEyes()).thenReturn(fourEyes);
        return new DecisionLifecycle(
                new DecisionTables(repository, mock(), mock(), mock()),
                rounds,
                mock(Calibration.class),
                mock(ProjectLifecycle.class),
                mock(Access.class),
                mock(ApplicationEventPublisher.class),
                Clock.systemUTC());
    }
}
