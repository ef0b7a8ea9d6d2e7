package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Statements;
import org.regatta.evaluation.Edition;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.ranking.RankingMissing;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RegattaTest
@RecordApplicationEvents
class DecisionsIT {

    @Autowired
    private Decisions decisions;

    @Autowired
    private DecisionLifecycle lifecycle;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationEvents events;

    private Edition edition;
    private UUID admin;
    private UUID applicant;
    private UUID best;
    private UUID middle;
    private UUID last;

    @BeforeEach
    void threeProjectsAreScored() {
        edition = Edition.open(database);
        admin = edition.person(Role.PROGRAM_ADMIN);
        applicant = edition.person(Role.APPLICANT);
        last = edition.project();
        middle = edition.project();
        best = edition.project(applicant);
        Acting.as(admin);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void proposesWhatTheRankingSaysOnceAndForAll() {
        var round = proposed(2);
        decisions.decide(round, List.of(decision(middle, Outcome.NOT_SELECTED, "The jury changed its mind.")));

        lifecycle.propose(round);

        var rows = all(round);
        assertThat(rows).extracting(DecisionView::projectId).containsExactly(best, middle, last);
        assertThat(rows)
                .extracting(DecisionView::proposed)
                .containsExactly(Outcome.ADVANCES, Outcome.ADVANCES, Outcome.NOT_SELECTED);
        assertThat(rows)
                .extracting(DecisionView::outcome)
                .containsExactly(Outcome.ADVANCES, Outcome.NOT_SELECTED, Outcome.NOT_SELECTED);
        assertThat(rows)
                .extracting(DecisionView::state)
                .containsExactly(DecisionState.PROPOSED, DecisionState.PREPARED, DecisionState.PROPOSED);
        assertThat(rows.getFirst().rank()).isEqualTo(1);
        assertThat(rows.getFirst().cumulativeResult()).isEqualByComparingTo("20");
    }

    @Test
    void proposesNothingAboutProjectsThatLeft() {
        edition.ranked(1, best, middle, last);
        database.sql("update project set status = 'WITHDRAWN' where id = ?")
                .param(middle)
                .update();
        var round = edition.deliberation("OPEN");

        lifecycle.propose(round);

        assertThat(all(round)).extracting(DecisionView::projectId).containsExactly(best, last);
    }

    @Test
    void proposesNothingWithoutAnApprovedRanking() {
        var round = edition.deliberation("OPEN");
        assertThatThrownBy(() -> lifecycle.propose(round)).isInstanceOf(RankingMissing.class);
    }

    @Test
    void isApprovedOnlyWhenEveryProjectIsDecided() {
        var round = proposed(-1);
        decisions.decide(round, List.of(decision(best, Outcome.ADVANCES, "")));

        var incomplete = catchThrowableOfType(DecisionsIncomplete.class, () -> lifecycle.approve(round, admin));

        assertThat(incomplete.findings()).extracting(Finding::place).containsExactly("decisions.2", "decisions.1");
        assertThatThrownBy(() -> lifecycle.requireComplete(round)).isInstanceOf(DecisionsIncomplete.class);
        assertThat(all(round)).noneMatch(row -> row.state() == DecisionState.APPROVED);
    }

    @Test
    void tellsTheTeamsTogetherAndNothingBefore() {
        var round = proposed(-1);
        decisions.decide(
                round,
                List.of(
                        new NewDecision(best, Outcome.AWARDED, 1, "First prize", "Outstanding."),
                        new NewDecision(middle, Outcome.AWARDED, 1, null, ""),
                        decision(last, Outcome.NOT_SELECTED, "The plan has no budget.")));
        lifecycle.approve(round, admin);
        Acting.as(applicant);
        assertThat(decisions.released(best)).isEmpty();
        assertThatThrownBy(() -> all(round)).isInstanceOf(ActionForbidden.class);
        assertThat(status(best)).isEqualTo("SUBMITTED");

        lifecycle.release(round);
        lifecycle.release(round);

        assertThat(decisions.released(best)).singleElement().satisfies(released -> {
            assertThat(released.outcome()).isEqualTo(Outcome.AWARDED);
            assertThat(released.place()).isEqualTo(1);
            assertThat(released.award()).isEqualTo("First prize");
        });
        assertThatThrownBy(() -> decisions.released(middle)).isInstanceOf(NotVisible.class);
        assertThat(List.of(status(best), status(middle), status(last)))
                .containsExactly("AWARDED", "AWARDED", "NOT_SELECTED");
        assertThat(events.stream(DecisionsReleased.class)).hasSize(1);
        assertThat(events.stream(DecisionsApproved.class)).hasSize(1);
    }

    @Test
    void changesNothingAfterTheApproval() {
        var round = proposed(1);
        assertThatThrownBy(() -> lifecycle.release(round)).isInstanceOf(DecisionsClosed.class);
        lifecycle.approve(round, admin);

        assertThatThrownBy(() -> decisions.decide(round, List.of(decision(best, Outcome.NOT_SELECTED, "no"))))
                .isInstanceOf(DecisionsClosed.class)
                .hasMessageContaining("approved");
        assertThatThrownBy(() -> lifecycle.approve(round, admin)).isInstanceOf(DecisionsClosed.class);
    }

    @Test
    void isDecidedOnlyWhileTheDeliberationIsOpen() {
        var round = proposed(1);
        database.sql("update round set status = 'CLOSED' where id = ?")
                .param(round)
                .update();
        assertThatThrownBy(() -> decisions.decide(round, List.of(decision(best, Outcome.ADVANCES, ""))))
                .isInstanceOf(DecisionsClosed.class);
        assertThatThrownBy(() -> decisions.decide(edition.roundId(), List.of(decision(best, Outcome.ADVANCES, ""))))
                .isInstanceOf(DecisionsClosed.class);
    }

    @Test
    void takesAllOrNothingAndNamesEachRow() {
        var round = proposed(2);

        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> decisions.decide(
                        round,
                        List.of(
                                decision(best, Outcome.ADVANCES, ""),
                                new NewDecision(middle, Outcome.ADVANCES, 2, "Prize", ""),
                                new NewDecision(last, Outcome.AWARDED, null, null, "For courage."),
                                decision(best, Outcome.NOT_SELECTED, ""),
                                decision(UUID.randomUUID(), Outcome.ADVANCES, ""),
                                new NewDecision(last, Outcome.AWARDED, 0, " ", "x".repeat(10_001)))));

        assertThat(refused.findings())
                .extracting(Finding::place)
                .containsExactly(
                        "decisions[1].place",
                        "decisions[1].award",
                        "decisions[2].place",
                        "decisions[3].projectId",
                        "decisions[3].reason",
                        "decisions[4].projectId",
                        "decisions[5].projectId",
                        "decisions[5].place",
                        "decisions[5].award",
                        "decisions[5].reason");
        assertThat(all(round)).allMatch(row -> row.state() == DecisionState.PROPOSED);
        assertThatThrownBy(() -> decisions.decide(round, List.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void keepsProjectsInConflictFromWhoeverIsInConflict() {
        var round = proposed(1);
        edition.conflict(best, admin);

        assertThat(all(round)).extracting(DecisionView::projectId).containsExactly(middle, last);
        assertThatThrownBy(() -> decisions.decide(round, List.of(decision(best, Outcome.ADVANCES, ""))))
                .isInstanceOf(InvalidInput.class);
        Acting.as(edition.person(Role.PROGRAM_ADMIN));
        assertThat(all(round)).hasSize(3);
    }

    @Test
    void isReadByThoseWhoMayAndWrittenByFewer() {
        var round = proposed(1);
        Acting.as(edition.person(Role.OBSERVER));
        assertThat(all(round)).hasSize(3);
        assertThatThrownBy(() -> decisions.decide(round, List.of(decision(best, Outcome.ADVANCES, ""))))
                .isInstanceOf(ActionForbidden.class);
        Acting.as(edition.juror());
        assertThatThrownBy(() -> all(round)).isInstanceOf(ActionForbidden.class);
        Acting.as(edition.person());
        assertThatThrownBy(() -> all(round)).isInstanceOf(NotVisible.class);
    }

    @Test
    void sendsTheSameStatementsForTenAndForTwoHundredRows() {
        var projects = new ArrayList<UUID>();
        for (int i = 0; i < 200; i++) {
            projects.add(edition.project());
        }
        edition.ranked(100, projects.toArray(UUID[]::new));
        var round = edition.deliberation("OPEN");
        lifecycle.propose(round);

        var ten = Statements.of(() ->
                assertThat(decisions.of(round, new PageRequest(0, 10)).items()).hasSize(10));
        var twoHundred = Statements.of(() ->
                assertThat(decisions.of(round, new PageRequest(0, 200)).items()).hasSize(200));

        assertThat(ten).isNotEmpty().hasSameSizeAs(twoHundred);
        var sheetOfTen = Statements.of(() -> decisions.sheet(round, DecisionFilter.NONE, new PageRequest(0, 10)));
        var sheetOfMany = Statements.of(() -> decisions.sheet(round, DecisionFilter.NONE, new PageRequest(0, 200)));
        assertThat(sheetOfTen).hasSameSizeAs(sheetOfMany);
    }

    private UUID proposed(int advancing) {
        edition.ranked(advancing, best, middle, last);
        var round = edition.deliberation("OPEN");
        lifecycle.propose(round);
        return round;
    }

    private List<DecisionView> all(UUID round) {
        return decisions.of(round, new PageRequest(0, 50)).items();
    }

    private String status(UUID project) {
        return database.sql("select status from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
    }

    private static NewDecision decision(UUID project, Outcome outcome, String reason) {
        return new NewDecision(project, outcome, null, null, reason);
    }
}
