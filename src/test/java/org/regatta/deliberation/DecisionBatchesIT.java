package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;

class DecisionBatchesIT extends ThreeScoredProjects {

    @Test
    void asksForAReasonBeforeAProjectEnds() {
        var round = proposed(-1);

        assertThatThrownBy(() -> decisions.decide(round, List.of(decision(best, Outcome.NOT_SELECTED, " "))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("none was");
        decisions.decide(round, List.of(decision(best, Outcome.NOT_SELECTED, "Not far enough yet.")));

        assertThat(decisions.one(round, best).reason()).isEqualTo("Not far enough yet.");
    }

    @Test
    void previewsManyDecisionsWithoutChangingAny() {
        var round = proposed(1);

        var changes = decisions.preview(round, DecisionFilter.NONE, null, Outcome.NOT_SELECTED, "Below the cut.");
        var unexplained = decisions.preview(round, DecisionFilter.NONE, List.of(best), Outcome.NOT_SELECTED, "");

        assertThat(changes).extracting(change -> change.before().projectId()).containsExactly(best, middle, last);
        assertThat(changes).allMatch(change -> change.findings().isEmpty());
        assertThat(unexplained)
                .singleElement()
                .satisfies(change -> assertThat(change.findings()).hasSize(1));
        assertThat(all(round)).allMatch(row -> row.state() == DecisionState.PROPOSED);
    }

    @Test
    void takesABatchBackAsItWas() {
        var round = proposed(1);
        decisions.decide(round, List.of(decision(middle, Outcome.ADVANCES, "The jury agreed.")));
        var before = all(round);
        var batch = decisions.decide(
                round,
                List.of(decision(best, Outcome.NOT_SELECTED, "no"), decision(middle, Outcome.NOT_SELECTED, "no")));

        decisions.undo(round, batch);

        assertThat(all(round)).isEqualTo(before);
        assertThatThrownBy(() -> decisions.undo(round, batch)).isInstanceOf(NotVisible.class);
    }

    @Test
    void takesNothingBackThatSomebodyChangedSince() {
        var round = proposed(1);
        var batch = decisions.decide(
                round, List.of(decision(best, Outcome.NOT_SELECTED, "no"), decision(middle, Outcome.ADVANCES, "yes")));
        decisions.decide(round, List.of(decision(middle, Outcome.NOT_SELECTED, "After all.")));

        assertThatThrownBy(() -> decisions.undo(round, batch))
                .isInstanceOf(DecisionsClosed.class)
                .hasMessageContaining("since");

        assertThat(decisions.one(round, best).outcome()).isEqualTo(Outcome.NOT_SELECTED);
        assertThat(decisions
                        .sheet(round, DecisionFilter.NONE, new PageRequest(0, 50))
                        .summary()
                        .batches())
                .extracting(DecisionSummary.Batch::undoable)
                .containsExactly(true, false);
    }

    @Test
    void keepsABatchFromWhoeverIsInConflictWithOneOfItsProjects() {
        var round = proposed(1);
        var batch = decisions.decide(round, List.of(decision(best, Outcome.NOT_SELECTED, "no")));
        edition.conflict(best, admin);

        assertThat(decisions
                        .sheet(round, DecisionFilter.NONE, new PageRequest(0, 50))
                        .summary()
                        .batches())
                .isEmpty();
        assertThatThrownBy(() -> decisions.undo(round, batch)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> decisions.one(round, best)).isInstanceOf(NotVisible.class);
        assertThat(decisions.preview(round, DecisionFilter.NONE, null, Outcome.ADVANCES, "all"))
                .extracting(change -> change.before().projectId())
                .doesNotContain(best);
    }

    @Test
    void plansNoReleaseInThePast() {
        var round = proposed(1);

        assertThatThrownBy(() -> lifecycle.plan(round, Instant.parse("2001-01-01T00:00:00Z"), admin))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> decisions.cancelRelease(round)).isInstanceOf(DecisionsClosed.class);
    }

    @Test
    void cancelsNoReleaseWhoseMomentHasCome() {
        var round = proposed(1);
        lifecycle.plan(round, Instant.parse("2035-01-01T00:00:00Z"), admin);

        // no process waits for the moment (any more)
        assertThatThrownBy(() -> decisions.cancelRelease(round)).isInstanceOf(DecisionsClosed.class);
    }

    @Test
    void isReadByJurorsOfTheRoundOnlyWhileTheyDeliberate() {
        var round = proposed(1);
        var juror = edition.juror();
        var idle = edition.juror();
        edition.assign(best, juror);
        edition.conflict(middle, juror);

        Acting.as(juror);
        assertThat(all(round)).extracting(DecisionView::projectId).containsExactly(best, last);
        Acting.as(idle);
        assertThatThrownBy(() -> all(round)).isInstanceOf(ActionForbidden.class);
        database.sql("update round set status = 'COMPLETED' where id = ?")
                .param(round)
                .update();
        Acting.as(juror);
        assertThatThrownBy(() -> all(round)).isInstanceOf(ActionForbidden.class);
    }
}
