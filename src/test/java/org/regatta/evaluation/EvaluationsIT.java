package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.Statements;
import org.regatta.identity.NotVisible;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

class EvaluationsIT extends JurorWithAProject {

    @Test
    void givesAnEmptyDraftBeforeTheFirstSave() {
        var own = evaluations.own(assignment);

        assertThat(own.id()).isNull();
        assertThat(own.state()).isEqualTo(EvaluationState.DRAFT);
        assertThat(own.scores()).isEmpty();
        assertThat(own.version()).isZero();
        assertThat(evaluations.rubric(assignment).id()).isEqualTo(edition.rubricId());
    }

    @Test
    void keepsADraftAsItWasTyped() {
        var typed = Map.of("points", ScoreValue.of("99"), "remarks", ScoreValue.written("lyrical, „tempo” ✓"));

        var saved = evaluations.saveDraft(assignment, typed, "later", 0);

        assertThat(saved.version()).isEqualTo(1);
        assertThat(evaluations.own(assignment)).isEqualTo(saved);
        assertThat(saved.scores()).isEqualTo(typed);
        assertThat(evaluations
                        .saveAnswers(assignment, Map.of("points", "1o"), "later", 1)
                        .scores())
                .containsExactly(Map.entry("points", ScoreValue.written("1o")));
        assertThat(events.stream(EvaluationSubmitted.class)).isEmpty();
    }

    @Test
    void showsWhatAnotherWindowSavedInsteadOfOverwritingIt() {
        evaluations.saveDraft(assignment, FOURTEEN, "from the desk", 0);

        var changed = catchThrowableOfType(
                EvaluationChanged.class, () -> evaluations.saveDraft(assignment, Map.of(), "from the phone", 0));

        assertThat(changed.stored().comment()).isEqualTo("from the desk");
        assertThat(evaluations.own(assignment).comment()).isEqualTo("from the desk");
        assertThat(evaluations
                        .saveDraft(
                                assignment,
                                Map.of(),
                                "from the phone",
                                changed.stored().version())
                        .comment())
                .isEqualTo("from the phone");
    }

    @Test
    void takesARepeatedSaveForTheSame() {
        evaluations.saveDraft(assignment, FOURTEEN, "once", 0);

        assertThat(evaluations.saveDraft(assignment, FOURTEEN, "once", 0).version())
                .isEqualTo(1);
    }

    @Test
    void storesNothingThatNoColumnHolds() {
        assertThatThrownBy(
                        () -> evaluations.saveDraft(assignment, Map.of("points", ScoreValue.of("1e1000000000")), "", 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> evaluations.saveDraft(assignment, Map.of(), "a\0b", 0))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> evaluations.saveDraft(assignment, Map.of("charm", ScoreValue.of("1")), "", 0))
                .isInstanceOf(InvalidInput.class);
        assertThat(evaluations.own(assignment).id()).isNull();
    }

    @Test
    void handsInOnce() {
        evaluations.submit(assignment, FOURTEEN, "fine");

        var own = evaluations.own(assignment);
        assertThat(own.state()).isEqualTo(EvaluationState.SUBMITTED);
        assertThat(own.total()).isEqualTo(new BigDecimal("14"));
        assertThat(events.stream(EvaluationSubmitted.class)).singleElement().satisfies(submitted -> {
            assertThat(submitted.evaluationId()).isEqualTo(own.id());
            assertThat(submitted.personId()).isEqualTo(juror);
            assertThat(submitted.competitionId()).isEqualTo(edition.competitionId());
            assertThat(submitted.type()).isEqualTo("evaluation.submitted");
        });
        assertThat(progress.complete(edition.roundId(), project)).isTrue();
        assertThatThrownBy(() -> evaluations.submit(assignment, FOURTEEN, "again"))
                .isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluations.saveDraft(assignment, Map.of(), "again", own.version()))
                .isInstanceOf(EvaluationClosed.class);
        assertThat(evaluations.own(assignment).comment()).isEqualTo("fine");
    }

    @Test
    void keepsTheDraftWhenScoresAreRefused() {
        evaluations.saveDraft(assignment, FOURTEEN, "kept", 0);

        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> evaluations.submit(assignment, Map.of("points", ScoreValue.of("25.5")), "x".repeat(10_001)));

        assertThat(refused.findings()).extracting(Finding::place).containsExactly("scores.points", "comment");
        assertThat(evaluations.own(assignment).comment()).isEqualTo("kept");
        assertThat(progress.complete(edition.roundId(), project)).isFalse();
    }

    @Test
    void endsWithTheGracePeriodByTheDatabasesClock() {
        edition.deadline(Duration.ofSeconds(-30), Duration.ofMinutes(1));
        evaluations.saveDraft(assignment, FOURTEEN, "within grace", 0);

        edition.deadline(Duration.ofSeconds(-61), Duration.ofMinutes(1));

        assertThatThrownBy(() -> evaluations.submit(assignment, FOURTEEN, "late"))
                .isInstanceOf(EvaluationClosed.class)
                .hasMessageContaining("deadline passed at")
                .hasMessageContaining("CE");
        assertThatThrownBy(() -> evaluations.saveDraft(assignment, FOURTEEN, "late", 1))
                .isInstanceOf(EvaluationClosed.class);
        assertThat(evaluations.own(assignment).comment()).isEqualTo("within grace");

        edition.deadline(Duration.ofSeconds(-30), Duration.ofMinutes(1));
        evaluations.submit(assignment, FOURTEEN, "within grace");
    }

    @Test
    void isOpenOnlyWhileTheRoundIs() {
        edition.status("PLANNED");
        assertThatThrownBy(() -> evaluations.saveDraft(assignment, FOURTEEN, "", 0))
                .isInstanceOf(EvaluationClosed.class)
                .hasMessageContaining("not open yet");
        edition.status("CLOSED");
        assertThatThrownBy(() -> evaluations.submit(assignment, FOURTEEN, ""))
                .isInstanceOf(EvaluationClosed.class)
                .hasMessageContaining("closed");
        assertThat(evaluations.own(assignment).state()).isEqualTo(EvaluationState.DRAFT);
    }

    @Test
    void hidesSomebodyElsesAssignment() {
        var other = edition.assign(project, edition.juror());

        assertThatThrownBy(() -> evaluations.own(other)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.saveDraft(other, FOURTEEN, "", 0)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.submit(other, FOURTEEN, "")).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.abstain(other, "tired")).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.submit(UUID.randomUUID(), FOURTEEN, ""))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.reopen(UUID.randomUUID(), "why")).isInstanceOf(NotVisible.class);
    }

    @Test
    void endsForAJurorWithAConflict() {
        edition.conflict(project, juror);

        assertThatThrownBy(() -> evaluations.own(assignment)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.submit(assignment, FOURTEEN, "")).isInstanceOf(NotVisible.class);
    }

    @Test
    void countsAnAbstentionAsNothing() {
        evaluations.saveDraft(assignment, FOURTEEN, "unsure", 0);

        evaluations.abstain(assignment, "I missed half of it.");

        assertThat(events.stream(EvaluationAbstained.class)).singleElement().satisfies(abstained -> {
            assertThat(abstained.assignmentId()).isEqualTo(assignment);
            assertThat(abstained.reason()).isEqualTo("I missed half of it.");
        });
        assertThat(database.sql("select total from evaluation where assignment_id = ?")
                        .param(assignment)
                        .query((row, number) -> row.getBigDecimal(1) == null)
                        .single())
                .isTrue();
        assertThat(progress.complete(edition.roundId(), project)).isTrue();
        assertThatThrownBy(() -> evaluations.submit(assignment, FOURTEEN, "after all"))
                .isInstanceOf(EvaluationClosed.class);
        assertThatThrownBy(() -> evaluations.abstain(assignment, "again")).isInstanceOf(EvaluationClosed.class);
    }

    @Test
    void abstainsOnlyWithAReasonAndBeforeHandingIn() {
        assertThatThrownBy(() -> evaluations.abstain(assignment, " ")).isInstanceOf(InvalidInput.class);
        evaluations.submit(assignment, FOURTEEN, "");
        assertThatThrownBy(() -> evaluations.abstain(assignment, "too late")).isInstanceOf(EvaluationClosed.class);
    }

    @Test
    void handsInWithAHandfulOfStatements() {
        evaluations.rubric(assignment); // the rubric is known from then on

        var statements = Statements.of(() -> evaluations.submit(assignment, FOURTEEN, ""));

        assertThat(statements).as(String.join("\n", statements)).hasSizeBetween(3, 12);
        assertThat(statements)
                .filteredOn(sql -> sql.contains("insert into evaluation"))
                .hasSize(1);
    }
}
