package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.Statements;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.ConflictOfInterest;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.ranking.RankingMissing;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;

class DecisionsIT extends ThreeScoredProjects {

    @Autowired
    private ApplicationEvents events;

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
    void areHandedOnAndApprovedByNobodyInConflictWithOneOfTheProjects() {
        var round = proposed(-1);
        decisions.decide(round, List.of(decision(best, Outcome.ADVANCES, ""), decision(middle, Outcome.ADVANCES, "")));
        var partial = edition.person(Role.PROGRAM_ADMIN);
        edition.conflict(last, partial);

        Acting.as(partial);
        // said before what is lacking, which would tell that the hidden project is not decided
        assertThatThrownBy(() -> lifecycle.requireComplete(round)).isInstanceOf(ConflictOfInterest.class);
        assertThatThrownBy(() -> lifecycle.approve(round, partial)).isInstanceOf(ConflictOfInterest.class);

        Acting.as(admin);
        decisions.decide(round, List.of(decision(last, Outcome.NOT_SELECTED, "The plan has no budget.")));
        lifecycle.requireComplete(round);
        lifecycle.approve(round, admin);
        assertThat(all(round)).allMatch(row -> row.state() == DecisionState.APPROVED);
    }

    private void tellsItsMentorTheResultToo() {
        var mentor = edition.person(Role.MENTOR);
        database.sql("insert into project_mentor (project_id, person_id, named_at) values (?, ?, now())")
                .params(best, mentor)
                .update();
        Acting.as(mentor);
        assertThat(decisions.released(best)).singleElement().satisfies(released -> {
            assertThat(released.rank()).isEqualTo(1);
            assertThat(released.result()).isEqualByComparingTo("20");
        });
        edition.conflict(last, mentor);
        assertThat(decisions.released(best)).singleElement().satisfies(released -> {
            assertThat(released.rank())
                    .as("it would tell where the hidden project stands")
                    .isNull();
            assertThat(released.result()).isEqualByComparingTo("20");
        });
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
        assertThat(decisions.released(best)).as("no result for the team").allMatch(one -> one.result() == null);
        assertThatThrownBy(() -> decisions.released(middle)).isInstanceOf(NotVisible.class);
        tellsItsMentorTheResultToo();
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
                .isInstanceOf(NotVisible.class);
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

    private String status(UUID project) {
        return database.sql("select status from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
    }
}
