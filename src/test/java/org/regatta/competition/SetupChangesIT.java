package org.regatta.competition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.jury.JurorView;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskView;
import org.regatta.workflow.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What can be taken back while a competition is set up: rounds, seats, jurors, its zone. */
@RegattaTest
class SetupChangesIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Competitions competitions;

    @Autowired
    private RoundLifecycle lifecycle;

    @Autowired
    private Juries juries;

    @Autowired
    private DiscrepancyRules discrepancies;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Inbox inbox;

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
    void aSecondPersonIsAskedForAtAnyTimeAndGivenUpInADraftOnly() {
        fourEyes(true);
        fourEyes(false);
        lifecycle.startCompetition(scene.competitionId);
        fourEyes(true);
        assertThatThrownBy(() -> fourEyes(false))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("second person");
        assertThat(competitions.get(scene.competitionId).fourEyes()).isTrue();
        assertThat(scene.rows()
                        .sql("select details -> 'changes' -> 'fourEyes' ->> 'after' from audit_entry"
                                + " where subject = ? and type = 'competition.changed' order by id")
                        .param(scene.competitionId.toString())
                        .query(String.class)
                        .list())
                .containsExactly("true", "false", "true");
    }

    private void fourEyes(boolean asked) {
        competitions.change(
                scene.competitionId,
                stored -> new CompetitionChange(stored.name(), stored.description(), stored.zone(), asked));
    }

    @Test
    void aPlannedRoundGoesWithItsSeatsAndRulesAndTheOthersMoveUp() {
        var first = scene.round("call", RoundKind.INTAKE);
        var second = scene.evaluationRound("judging", false);
        var third = scene.round("awards", RoundKind.AWARD);
        juries.seat(second, scene.jury("main", 2).id(), null, null);
        discrepancies.watch(second, 40);

        rounds.remove(second);

        assertThat(rounds.of(scene.competitionId)).extracting(RoundView::id).containsExactly(first, third);
        assertThat(rounds.of(scene.competitionId))
                .extracting(RoundView::position)
                .containsExactly(1, 2);
        assertThatThrownBy(() -> rounds.get(second)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> rounds.remove(second)).isInstanceOf(NotVisible.class);
    }

    @Test
    void aRoundStaysThatAnotherDecidesOnOrThatOpensNextOrHasOpened() {
        var judging = scene.evaluationRound("judging", false);
        var decisions = scene.round("decisions", RoundKind.DELIBERATION);
        rounds.change(
                decisions,
                stored -> new RoundChange(
                        "Decisions", null, null, Duration.ZERO, false, false, Feedback.DECISION, null, null, judging));
        assertThatThrownBy(() -> rounds.remove(judging))
                .isInstanceOf(RoundInUse.class)
                .hasMessageContaining("Decisions");

        lifecycle.startCompetition(scene.competitionId);
        assertThatThrownBy(() -> rounds.remove(judging)).isInstanceOf(RoundInUse.class);
        rounds.remove(decisions);
        assertThatThrownBy(() -> rounds.remove(judging))
                .isInstanceOf(RoundInUse.class)
                .hasMessageContaining("next");
        scene.rows()
                .sql("update round set status = 'OPEN' where id = ?")
                .param(judging)
                .update();
        assertThatThrownBy(() -> rounds.remove(judging)).isInstanceOf(RoundAlreadyOpened.class);

        Acting.as(scene.person("observer", Role.OBSERVER));
        assertThatThrownBy(() -> rounds.remove(judging)).isInstanceOf(ActionForbidden.class);
    }

    @Test
    void aSeatGoesWhileItsRoundIsPlannedAndAJurorGetsNothingNew() {
        var judging = scene.evaluationRound("judging", false);
        var jury = scene.jury("main", 2);
        var seat = juries.seat(judging, jury.id(), null, null);
        assertThatThrownBy(() -> juries.unseat(scene.evaluationRound("other", false), seat))
                .isInstanceOf(NotVisible.class);

        juries.unseat(judging, seat);
        assertThat(juries.seats(judging)).isEmpty();

        juries.setActive(jury.jurors().getFirst(), false);
        assertThat(juries.jurors(jury.id())).extracting(JurorView::active).containsExactly(false, true);
        juries.setActive(jury.jurors().getFirst(), true);
        assertThat(juries.jurors(jury.id())).extracting(JurorView::active).containsOnly(true);
        Acting.as(scene.person("observer", Role.OBSERVER));
        assertThatThrownBy(() -> juries.setActive(jury.jurors().getFirst(), false))
                .isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> juries.setActive(UUID.randomUUID(), false)).isInstanceOf(NotVisible.class);
    }

    @Test
    void theZoneChangesInADraftAndDatesKeepTheirHour() {
        var judging = scene.evaluationRound("judging", false); // closes at 13:00 in Warsaw
        competitions.change(scene.competitionId, named("America/New_York"));

        assertThat(competitions.get(scene.competitionId).zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(rounds.get(judging).closesAt()).isEqualTo(Instant.parse("2035-01-01T18:00:00Z"));

        lifecycle.startCompetition(scene.competitionId);
        competitions.change(scene.competitionId, named("America/New_York"));
        assertThatThrownBy(() -> competitions.change(scene.competitionId, named("Europe/Warsaw")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings().getFirst().place())
                                .isEqualTo("zone"));
    }

    @Test
    void aRunningCompetitionOpensTheRoundThatThePlanNamesNowAndWhenItSays() {
        var mentoring = scene.round("mentoring", RoundKind.MENTORING);
        competitions.start(scene.competitionId);
        tasks.complete(waiting("approveEditionPlan").taskId(), Map.of("editionPlan", "approve"));
        assertThat(waiting("openRound").roundId()).isEqualTo(mentoring);

        var awards = scene.round("awards", RoundKind.AWARD);
        rounds.moveUp(awards);
        assertThat(waiting("openRound").roundId()).isEqualTo(awards);

        var opensAt = Instant.parse("2035-01-01T12:00:00Z");
        rounds.change(
                awards,
                stored -> new RoundChange(
                        "Awards", opensAt, null, Duration.ZERO, false, false, Feedback.DECISION, null, null, null));
        assertThat(waiting("openRound").dueAt()).isEqualTo(opensAt);
    }

    private TaskView waiting(String taskKey) {
        var filter = new InboxFilter(scene.competitionId, null, null, null, null).with(taskKey);
        return inbox.open(filter, new PageRequest(0, 10)).items().getFirst();
    }

    private static UnaryOperator<CompetitionChange> named(String zone) {
        return stored -> new CompetitionChange("Competition", "", ZoneId.of(zone), false);
    }
}
