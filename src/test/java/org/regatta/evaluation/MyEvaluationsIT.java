package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.Statements;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;

class MyEvaluationsIT extends JurorWithAProject {

    @Autowired
    private MyEvaluations mine;

    @Test
    void areTakenBackByTheirJurorWithinSecondsAndWithEverythingInThem() {
        evaluations.submit(assignment, FOURTEEN, "fine");
        assertThat(mine.sheet(assignment).undoUntil()).isNotNull();
        assertThat(progress.justSubmitted(edition.roundId())).isTrue();
        mine.takeBack(assignment);

        var sheet = mine.sheet(assignment);
        assertThat(sheet.writable()).isTrue();
        assertThat(sheet.evaluation().scores()).isEqualTo(FOURTEEN);
        assertThat(sheet.evaluation().comment()).isEqualTo("fine");
        assertThat(sheet.evaluation().total()).isNull();
        assertThat(sheet.reopening().own()).isTrue();
        assertThat(progress.justSubmitted(edition.roundId())).isFalse();
        assertThat(events.stream(EvaluationReopened.class))
                .singleElement()
                .satisfies(reopened -> assertThat(reopened.actor()).isEqualTo(juror));
        assertThatThrownBy(() -> mine.takeBack(assignment)).isInstanceOf(EvaluationClosed.class);
    }

    @Test
    void areNotTakenBackLateOrAfterTheRoundOrByAnybodyElse() {
        evaluations.submit(assignment, FOURTEEN, "");
        Acting.as(edition.juror());
        assertThatThrownBy(() -> mine.takeBack(assignment)).isInstanceOf(NotVisible.class);
        Acting.as(edition.person(Role.SUPER_ADMIN));
        assertThatThrownBy(() -> mine.takeBack(assignment)).isInstanceOf(NotVisible.class);
        Acting.as(juror);
        edition.deadline(Duration.ofSeconds(-20), Duration.ofSeconds(19));
        assertThatThrownBy(() -> mine.takeBack(assignment)).hasMessageContaining("deadline passed");
        edition.deadline(Duration.ofHours(1), Duration.ZERO);
        edition.status("CLOSED");
        assertThatThrownBy(() -> mine.takeBack(assignment)).hasMessageContaining("round is closed");
        edition.status("OPEN");
        database.sql("update evaluation set submitted_at = submitted_at - interval '15 seconds' where round_id = ?")
                .param(edition.roundId())
                .update();
        assertThatThrownBy(() -> mine.takeBack(assignment)).hasMessageContaining("time to undo is over");
    }

    @Test
    void keepANoteThatMeetsAnotherNextToIt() {
        mine.keepNote(assignment, "From the desk.", 0);
        mine.keepNote(assignment, "From the desk. And on.", 0);
        assertThat(mine.sheet(assignment).note().text()).isEqualTo("From the desk. And on.");
        mine.keepNote(assignment, "From the phone.", 1);
        assertThat(mine.sheet(assignment).note().text()).contains("From the desk. And on.", "From the phone.");

        Acting.as(edition.person(Role.SUPER_ADMIN));
        assertThatThrownBy(() -> mine.sheet(assignment)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> mine.keepNote(assignment, "", 3)).isInstanceOf(NotVisible.class);
    }

    @Test
    void sayWhyTheyWereGivenBack() {
        evaluations.submit(assignment, FOURTEEN, "");
        Acting.as(edition.chair());
        evaluations.reopen(
                database.sql("select id from evaluation where assignment_id = ?")
                        .param(assignment)
                        .query(UUID.class)
                        .single(),
                "Look at slide 9 again.");
        Acting.as(juror);

        assertThat(mine.sheet(assignment).reopening().reason()).isEqualTo("Look at slide 9 again.");
        assertThat(mine.sheet(assignment).reopening().own()).isFalse();
    }

    @Test
    void areListedWithoutWhatIsConflictedAndWithTheReasonOfAnAbstention() {
        var other = edition.assign(edition.project(), juror);
        evaluations.abstain(other, "I missed half of it.");
        var conflicted = edition.project();
        edition.assign(conflicted, juror);
        edition.conflict(conflicted, juror);

        var list = mine.list(null, null, "", new PageRequest(0, 30));
        assertThat(list.items()).extracting(OwnEvaluation::assignmentId).containsExactlyInAnyOrder(assignment, other);
        assertThat(list.total()).isEqualTo(2);
        for (var sort : OwnEvaluation.Sort.values()) {
            var up = mine.list(null, null, "", sort, false, new PageRequest(0, 30));
            assertThat(mine.list(null, null, "", sort, true, new PageRequest(0, 30))
                            .items())
                    .as("by %s, the other way round", sort)
                    .containsExactlyInAnyOrderElementsOf(up.items());
        }
        assertThat(mine.list(null, null, "", OwnEvaluation.Sort.STATE, true, new PageRequest(0, 30))
                        .items())
                .extracting(OwnEvaluation::state)
                .startsWith(OwnEvaluation.State.ABSTAINED);
        assertThat(mine.list(null, OwnEvaluation.State.ABSTAINED, "", new PageRequest(0, 30))
                        .items())
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("I missed half of it."));
        assertThat(mine.progress())
                .singleElement()
                .satisfies(one -> assertThat(one.whole()).isEqualTo(1));
        Acting.as(edition.juror());
        assertThat(mine.list(null, null, "", new PageRequest(0, 30)).total()).isZero();
    }

    @Test
    void takeAsManyStatementsForTwoHundredAsForTen() {
        for (int at = 0; at < 9; at++) {
            edition.assign(edition.project(), juror);
        }
        statements(); // the rubric is remembered from here on
        var few = statements();
        for (int at = 0; at < 190; at++) {
            edition.assign(edition.project(), juror);
        }
        assertThat(mine.list(null, null, "", new PageRequest(0, 200)).items()).hasSize(200);
        assertThat(statements()).isEqualTo(few);
    }

    private int statements() {
        return Statements.of(() -> {
                    mine.list(null, null, "", new PageRequest(0, 200));
                    mine.progress();
                    mine.sheet(assignment);
                })
                .size();
    }
}
