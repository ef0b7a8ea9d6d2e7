package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.rubric.ScoreValue;

class ReopenedEvaluationIT extends JurorWithAProject {

    @Test
    void isGivenBackByAdministratorsAndTheChairOnly() {
        evaluations.submit(assignment, FOURTEEN, "");
        var evaluation = evaluations.own(assignment).id();

        assertThatThrownBy(() -> evaluations.reopen(evaluation, "my mistake")).isInstanceOf(ActionForbidden.class);
        Acting.as(edition.juror());
        assertThatThrownBy(() -> evaluations.reopen(evaluation, "curious")).isInstanceOf(NotVisible.class);
        Acting.as(edition.chair());
        evaluations.reopen(evaluation, "The juror asked for it.");
        assertThatThrownBy(() -> evaluations.reopen(evaluation, "twice")).isInstanceOf(EvaluationClosed.class);

        assertThat(events.stream(EvaluationReopened.class)).singleElement().satisfies(reopened -> {
            assertThat(reopened.personId()).isEqualTo(juror);
            assertThat(reopened.reason()).isEqualTo("The juror asked for it.");
        });
        Acting.as(juror);
        assertThat(evaluations.own(assignment).state()).isEqualTo(EvaluationState.REOPENED);
        assertThat(evaluations.own(assignment).total()).isNull();
        assertThat(progress.complete(edition.roundId(), project)).isFalse();
        evaluations.submit(assignment, Map.of("points", ScoreValue.of("15")), "better");
        assertThat(evaluations.own(assignment).total()).isEqualTo(new BigDecimal("15"));

        Acting.as(edition.person(Role.PROGRAM_ADMIN));
        evaluations.reopen(evaluation, "Once more.");
    }

    @Test
    void isNotGivenBackToAnybodyInConflictOrAfterTheRound() {
        evaluations.submit(assignment, FOURTEEN, "");
        var evaluation = evaluations.own(assignment).id();
        var admin = edition.person(Role.PROGRAM_ADMIN);
        var chair = edition.chair();
        edition.conflict(project, admin);
        edition.conflict(project, chair);

        Acting.as(admin);
        assertThatThrownBy(() -> evaluations.reopen(evaluation, "hm")).isInstanceOf(NotVisible.class);
        Acting.as(chair);
        assertThatThrownBy(() -> evaluations.reopen(evaluation, "hm")).isInstanceOf(NotVisible.class);
        edition.status("CLOSED");
        Acting.as(edition.person(Role.PROGRAM_ADMIN));
        assertThatThrownBy(() -> evaluations.reopen(evaluation, "late")).isInstanceOf(EvaluationClosed.class);
    }
}
