package org.regatta.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.project.Participations.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegattaTest
class ParticipationsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Participations participations;

    @Autowired
    PlatformTransactionManager transactions;

    private Scene scene;
    private UUID roundId;
    private List<UUID> projects;

    @BeforeEach
    void aRoundWithProjects() {
        scene = new Scene(context);
        roundId = scene.evaluationRound("r1", false);
        projects = scene.projects(100);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void admitsEveryProjectOnceAsWaiting() {
        // undone in the end: a committed project that waits would have its process started
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(participations.admit(roundId, projects.subList(0, 60))).isEqualTo(60);
            assertThat(participations.admit(roundId, projects)).isEqualTo(40);

            assertThat(participations.projects(roundId)).isEqualTo(projects);
            assertThat(participations.counts(roundId))
                    .containsEntry(State.WAITING, 100L)
                    .containsEntry(State.RUNNING, 0L);
            status.setRollbackOnly();
        });
    }

    @Test
    void takesUpToTheLimitUntilNoneIsLeft() {
        scene.admitted(roundId, projects);

        assertThat(participations.take(roundId, State.EVALUATED, State.RUNNING, 70))
                .hasSize(70);
        assertThat(participations.take(roundId, State.EVALUATED, State.RUNNING, 70))
                .hasSize(30);
        assertThat(participations.take(roundId, State.EVALUATED, State.RUNNING, 70))
                .isEmpty();
        assertThat(participations.any(roundId, State.EVALUATED, State.ENDED)).isFalse();
        assertThat(participations.any(roundId, State.RUNNING)).isTrue();
    }

    @Test
    void givesNoProjectToTwoWorkersAndWaitsForNone() {
        scene.admitted(roundId, projects);

        var inHand = new TransactionTemplate(transactions).execute(status -> {
            var mine = participations.take(roundId, State.EVALUATED, State.RUNNING, 40);
            // another worker, while these rows are still locked
            var others = other(() -> participations.take(roundId, State.EVALUATED, State.RUNNING, 100));
            assertThat(others).hasSize(60).doesNotContainAnyElementsOf(mine);
            status.setRollbackOnly();
            return mine;
        });

        assertThat(participations.take(roundId, State.EVALUATED, State.RUNNING, 100))
                .containsExactlyInAnyOrderElementsOf(inHand);
    }

    @Test
    void movesOnlyFromTheNamedState() {
        scene.admitted(roundId, projects);
        var project = projects.getFirst();

        assertThat(participations.move(roundId, project, State.RUNNING, State.ENDED))
                .isFalse();
        assertThat(participations.move(roundId, project, State.EVALUATED, State.RUNNING))
                .isTrue();
        assertThat(participations.find(roundId, project)).contains(State.RUNNING);
        assertThat(participations.moveAll(roundId, State.EVALUATED, State.ENDED))
                .isEqualTo(99);
        assertThat(participations.roundsWith(State.RUNNING)).contains(roundId);
        assertThat(participations.roundsWith(State.EVALUATED)).doesNotContain(roundId);
        assertThat(participations.find(roundId, UUID.randomUUID())).isEmpty();
    }

    private static <T> List<T> other(Callable<List<T>> work) {
        try (var executor = Executors.newSingleThreadExecutor()) {
            return new ArrayList<>(executor.submit(work).get());
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
