package org.regatta.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.regatta.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RegattaTest
@RecordApplicationEvents
class RoundLifecycleIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Rounds rounds;

    @Autowired
    Competitions competitions;

    @Autowired
    RoundLifecycle lifecycle;

    private Scene scene;

    @BeforeEach
    void aCompetition() {
        scene = new Scene(context);
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void opensClosesAndCompletesOnceHoweverOftenAJobRepeatsIt() {
        var roundId = readyRound();

        lifecycle.open(roundId);
        lifecycle.open(roundId);
        assertThat(lifecycle.find(roundId).status()).isEqualTo(RoundStatus.OPEN);
        lifecycle.close(roundId);
        lifecycle.close(roundId);
        lifecycle.open(roundId);
        assertThat(lifecycle.find(roundId).status()).isEqualTo(RoundStatus.CLOSED);
        lifecycle.complete(roundId);
        lifecycle.complete(roundId);
        lifecycle.close(roundId);
        assertThat(lifecycle.find(roundId).status()).isEqualTo(RoundStatus.COMPLETED);

        assertThat(events.stream(RoundOpened.class)).hasSize(1);
        assertThat(events.stream(RoundClosed.class)).hasSize(1);
        assertThat(events.stream(RoundCompleted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.competitionId()).isEqualTo(scene.competitionId));
    }

    @Test
    void neitherClosesAPlannedRoundNorCompletesAnOpenOne() {
        var roundId = readyRound();

        assertThatThrownBy(() -> lifecycle.close(roundId)).isInstanceOf(RoundNotOpen.class);
        lifecycle.open(roundId);
        assertThatThrownBy(() -> lifecycle.complete(roundId)).isInstanceOf(IllegalStateException.class);

        assertThat(lifecycle.find(roundId).status()).isEqualTo(RoundStatus.OPEN);
    }

    @Test
    void saysEverythingARoundLacksBeforeItOpens() {
        var roundId = scene.round("bare", RoundKind.EVALUATION);

        assertThatThrownBy(() -> lifecycle.open(roundId))
                .isInstanceOf(RoundNotReady.class)
                .extracting("findings", InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::place)
                .containsExactlyInAnyOrder("rubric", "scoringPolicy", "projects", "jury");

        assertThat(lifecycle.find(roundId).status()).isEqualTo(RoundStatus.PLANNED);
        assertThat(events.stream(RoundOpened.class)).isEmpty();
    }

    @Test
    void namesTheCategoryThatNoJuryEvaluates() {
        var roundId = scene.evaluationRound("r1", false);
        scene.bean(Projects.class)
                .enterAll(
                        scene.competitionId,
                        List.<NewProject>of(scene.project("1", "energy"), scene.project("2", "health")));
        scene.bean(Juries.class).seat(roundId, scene.jury("j", 2).id(), "energy", null);

        assertThatThrownBy(() -> lifecycle.open(roundId))
                .isInstanceOf(RoundNotReady.class)
                .extracting("findings", InstanceOfAssertFactories.list(Finding.class))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("health"));
    }

    @Test
    void goesThroughTheRoundsInTheirOrder() {
        var first = scene.round("call", RoundKind.INTAKE);
        var second = scene.round("awards", RoundKind.AWARD);

        assertThat(lifecycle.next(scene.competitionId)).map(RoundView::id).contains(first);
        lifecycle.open(first);
        lifecycle.close(first);
        assertThat(lifecycle.next(scene.competitionId)).map(RoundView::id).contains(first);
        lifecycle.complete(first);
        assertThat(lifecycle.next(scene.competitionId)).map(RoundView::id).contains(second);
    }

    @Test
    void takesANewRoundOnlyBehindThoseThatOpened() {
        var first = scene.round("call", RoundKind.INTAKE);
        scene.round("awards", RoundKind.AWARD);
        lifecycle.open(first);

        assertThatThrownBy(() -> rounds.add(newRound("early", 1))).isInstanceOf(RoundAlreadyOpened.class);
        rounds.add(newRound("between", 2));

        assertThat(rounds.of(scene.competitionId))
                .extracting(RoundView::key)
                .containsExactly("call", "between", "awards");
        assertThat(rounds.of(scene.competitionId))
                .extracting(RoundView::position)
                .containsExactly(1, 2, 3);
    }

    @Test
    void changesARoundOnlyUntilItOpens() {
        var roundId = scene.round("call", RoundKind.INTAKE);
        rounds.change(roundId, stored -> named("Open call"));
        assertThat(rounds.get(roundId).name()).isEqualTo("Open call");
        lifecycle.open(roundId);

        assertThatThrownBy(() -> rounds.change(roundId, stored -> named("Too late")))
                .isInstanceOf(RoundAlreadyOpened.class);
        assertThat(rounds.get(roundId).name()).isEqualTo("Open call");
    }

    @Test
    void movesADeadlineLaterOnlyAndOnlyIntoTheFuture() {
        var roundId = readyRound();
        var later = Instant.parse("2036-01-01T12:00:00Z");

        rounds.extendDeadline(roundId, later);

        assertThat(rounds.get(roundId).closesAt()).isEqualTo(later);
        assertThat(events.stream(RoundDeadlineExtended.class))
                .singleElement()
                .extracting(RoundDeadlineExtended::closesAt)
                .isEqualTo(later);
        assertThatThrownBy(() -> rounds.extendDeadline(roundId, Instant.parse("2035-06-01T12:00:00Z")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not later");
        assertThatThrownBy(() -> rounds.extendDeadline(roundId, Instant.parse("2020-01-01T12:00:00Z")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has passed");
        lifecycle.open(roundId);
        lifecycle.close(roundId);
        assertThatThrownBy(() -> rounds.extendDeadline(roundId, Instant.parse("2037-01-01T12:00:00Z")))
                .isInstanceOf(RoundNotOpen.class);
        assertThat(rounds.get(roundId).closesAt()).isEqualTo(later);
    }

    @Test
    void refusesSettingsThatPointIntoAnotherCompetition() {
        var elsewhere = new Scene(context).evaluationRound("other", false);
        Acting.as(scene.admin);

        assertThatThrownBy(() -> rounds.add(new Rounds.NewRound(
                        scene.competitionId,
                        null,
                        "final",
                        "Final",
                        RoundKind.DELIBERATION,
                        null,
                        null,
                        Duration.ofSeconds(-1),
                        false,
                        false,
                        Feedback.DECISION,
                        null,
                        null,
                        elsewhere)))
                .isInstanceOf(InvalidInput.class)
                .extracting("findings", InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::place)
                .containsExactly("grace", "decidesRoundId");
    }

    @Test
    void hidesACompetitionFromThoseWithoutARoleThere() {
        var stranger = scene.person("stranger");
        var juror = scene.person("juror", Role.JURY_MEMBER);

        Acting.as(stranger);
        assertThatThrownBy(() -> competitions.get(scene.competitionId)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> rounds.of(scene.competitionId)).isInstanceOf(NotVisible.class);
        assertThat(competitions.list(new PageRequest(0, 50)).items()).isEmpty();
        Acting.as(juror);
        assertThat(competitions.list(new PageRequest(0, 50)).items())
                .extracting(CompetitionView::id)
                .containsExactly(scene.competitionId);
        assertThatThrownBy(() -> competitions.start(scene.competitionId)).isInstanceOf(ActionForbidden.class);
    }

    @Test
    void startsNoCompetitionWithoutRounds() {
        assertThatThrownBy(() -> competitions.start(scene.competitionId))
                .isInstanceOf(InvalidInput.class)
                .extracting(problem -> ((Problem) problem).findings().getFirst().place())
                .isEqualTo("rounds");
        assertThat(events.stream(CompetitionStarted.class)).isEmpty();
    }

    private UUID readyRound() {
        var roundId = scene.evaluationRound("r1", false);
        scene.projects(2);
        scene.bean(Juries.class).seat(roundId, scene.jury("j", 2).id(), null, null);
        return roundId;
    }

    private Rounds.NewRound newRound(String key, Integer position) {
        return new Rounds.NewRound(
                scene.competitionId,
                position,
                key,
                key,
                RoundKind.MENTORING,
                null,
                null,
                Duration.ZERO,
                false,
                false,
                Feedback.DECISION,
                null,
                null,
                null);
    }

    private static RoundChange named(String name) {
        return new RoundChange(name, null, null, Duration.ZERO, false, false, Feedback.DECISION, null, null, null);
    }
}
