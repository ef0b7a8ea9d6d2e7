package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.competition.RoundNotOpen;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.project.Participations;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;

/** A silent juror is replaced while the round runs, with the real engine. */
@RegattaTest
class ReplacementsIT extends JurorWithTwoProjects {

    @Autowired
    private Replacements replacements;

    @Test
    void givesOpenEvaluationsAndTheirTasksToWhoIsFreeAndKeepsWhatIsIn() {
        evaluations.submit(edition.assignment(first, silent), points(7), "");

        Acting.as(admin);
        var outcome = replacements.replace(edition.roundId(), edition.seat(silent), null, "Silent for a week.");

        assertThat(outcome).isEqualTo(new Replacements.Outcome(1, 0));
        assertThat(edition.state(second, silent)).isEqualTo("REPLACED");
        assertThat(replacements.undo(edition.roundId(), edition.seat(silent), false))
                .as("taken back at once")
                .isEqualTo(new Replacements.Outcome(1, 0));
        assertThat(edition.state(second, silent)).isEqualTo("ACTIVE");
        Acting.as(silent);
        assertThat(open()).hasSize(1);
        evaluations.saveDraft(edition.assignment(second, silent), points(6), "Mine again.", 0);
        Acting.as(admin);
        assertThat(replacements.replace(edition.roundId(), edition.seat(silent), null, "Silent for a week."))
                .isEqualTo(outcome);
        assertThat(edition.state(first, silent)).isEqualTo("ACTIVE");
        Acting.as(silent);
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> evaluations.submit(edition.assignment(second, silent), points(7), ""))
                .isInstanceOf(EvaluationClosed.class);
        Acting.as(free);
        assertThat(tasks(1).getFirst().projectId()).isEqualTo(second);
        evaluations.submit(edition.assignment(second, free), points(9), "");
        Acting.as(admin);
        assertThatThrownBy(() -> replacements.undo(edition.roundId(), edition.seat(silent), false))
                .as("what somebody has written stays theirs")
                .isInstanceOf(InvalidInput.class);
        Acting.as(busy);
        evaluations.submit(edition.assignment(second, busy), points(9), "");
        assertThat(participations.find(edition.roundId(), second)).contains(Participations.State.EVALUATED);
    }

    @Test
    void leavesWhereTheyAreWhatTheChosenJurorMustNotHave() {
        Acting.as(admin);
        edition.conflict(first, free);

        var outcome = replacements.replace(edition.roundId(), edition.seat(silent), edition.seat(free), "Ill.");

        assertThat(outcome).isEqualTo(new Replacements.Outcome(1, 1));
        assertThat(edition.state(first, silent)).isEqualTo("ACTIVE");
        assertThat(edition.state(second, free)).isEqualTo("ACTIVE");
    }

    @Test
    void namesThoseFirstWhoMayTakeMostAndOfThemTheLeastBusy() {
        var partly = edition.juror();
        edition.conflict(first, partly);
        var alsoFree = edition.juror();
        edition.assign(edition.project(), alsoFree);
        Acting.as(admin);

        var candidates = replacements.candidates(edition.roundId(), edition.seat(silent));

        assertThat(candidates.stream().map(Replacements.Candidate::jurorId))
                .containsExactly(edition.seat(free), edition.seat(alsoFree), edition.seat(partly), edition.seat(busy));
        assertThat(candidates.stream().map(Replacements.Candidate::takes)).containsExactly(2, 2, 1, 1);
        assertThat(candidates.stream().map(Replacements.Candidate::open)).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void givesTheJurorNothingMoreIfItIsForGoodAndNeitherWithoutTheOther() {
        Acting.as(admin);
        assertThatThrownBy(() ->
                        replacements.replaceForGood(edition.roundId(), edition.seat(free), null, "Nothing to do."))
                .isInstanceOf(InvalidInput.class);
        assertThat(active(free)).isTrue();

        replacements.replaceForGood(edition.roundId(), edition.seat(silent), null, "Ill.");

        assertThat(edition.state(first, silent)).isEqualTo("REPLACED");
        assertThat(active(silent)).isFalse();
    }

    @Test
    void leavesOutWhatAConflictHidesFromTheOrganiser() {
        edition.conflict(first, admin);
        Acting.as(admin);

        assertThat(replacements.open(edition.roundId(), edition.seat(silent))).isEqualTo(1);
        assertThat(replacements.replace(edition.roundId(), edition.seat(silent), null, "Ill."))
                .isEqualTo(new Replacements.Outcome(1, 0));
        assertThat(edition.state(first, silent)).isEqualTo("ACTIVE");
    }

    @Test
    void isForThoseWhoManageAssignmentsInAnOpenRoundAndWantsAReason() {
        Acting.as(free);
        assertThatThrownBy(() ->
                        replacements.replace(edition.roundId(), edition.seat(silent), edition.seat(free), "Mine."))
                .isInstanceOf(ActionForbidden.class);
        Acting.as(admin);
        assertThatThrownBy(() -> replacements.replace(edition.roundId(), edition.seat(silent), null, " "))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> replacements.replace(edition.roundId(), edition.seat(free), null, "Nothing to do."))
                .isInstanceOf(InvalidInput.class);
        edition.status("CLOSED");
        assertThatThrownBy(() -> replacements.replace(edition.roundId(), edition.seat(silent), null, "Ill."))
                .isInstanceOf(RoundNotOpen.class);
        assertThat(edition.state(first, silent)).isEqualTo("ACTIVE");
    }

    private boolean active(UUID person) {
        return database.sql("select active from juror where person_id = ?")
                .param(person)
                .query(Boolean.class)
                .single();
    }
}
