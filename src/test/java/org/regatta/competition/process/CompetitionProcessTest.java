package org.regatta.competition.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class CompetitionProcessTest {

    private static final String COMPETITION = "0190b5a0-0000-7000-8000-000000000001";
    private static final String ROUND = "0190b5a0-0000-7000-8000-000000000002";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("competition/competition")
            .standIn("intakeRound")
            .standIn("evaluationRound")
            .standIn("deliberationRound");

    @Test
    void goesBackToDraftWhenThePlanIsRejected() {
        var competition = started();
        assertThat(competition).isWaitingAt("approveEditionPlan");

        complete(task(), Map.of("editionPlan", "reject"));

        assertThat(competition).isEnded().hasPassed("revertToDraft", "editionPlanRejected");
    }

    @Test
    void closesTheEditionWhenNoRoundIsLeft() {
        rounds();
        var competition = approved();
        assertThat(competition).isWaitingAt("closeEdition");

        complete(task());

        assertThat(competition).isEnded().hasPassed("archiveCompetition", "editionClosed");
    }

    @Test
    void runsTheRoundsInTheirOrder() {
        rounds("INTAKE", "EVALUATION", "DELIBERATION");
        var competition = approved();

        complete(task());
        assertThat(competition).isWaitingAt("runIntake");
        model.finish("intakeRound", Map.of());
        complete(task());
        assertThat(competition).isWaitingAt("runEvaluation");
        model.finish("evaluationRound", Map.of());
        complete(task());
        assertThat(competition).isWaitingAt("runDeliberation");
        model.finish("deliberationRound", Map.of());

        assertThat(competition).isWaitingAt("closeEdition");
    }

    @Test
    void givesTheRoundItsOwnBusinessKey() {
        rounds("EVALUATION");
        approved();

        complete(task());

        org.assertj.core.api.Assertions.assertThat(model.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("evaluationRound")
                        .processInstanceBusinessKey(ROUND)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void opensARoundByItselfAtItsOpeningTime() {
        rounds("INTAKE");
        var competition = approved();
        assertThat(competition).isWaitingAt("openRound");

        model.pass(Duration.ofDays(2));

        assertThat(competition).isWaitingAt("runIntake").hasPassed("openingTimeReached");
    }

    @Test
    void looksAgainForTheNextRoundAndItsOpeningTimeWhenThePlanChanges() {
        rounds("INTAKE", "EVALUATION");
        var competition = approved();
        assertThat(competition).isWaitingAt("openRound");
        var before = task();

        model.tell("planChanged", COMPETITION);

        assertThat(competition).isWaitingAtExactly("openRound").hasVariables("roundKind");
        org.assertj.core.api.Assertions.assertThat(task().getId()).isNotEqualTo(before.getId());
        model.pass(Duration.ofDays(2));
        assertThat(competition).isWaitingAtExactly("runEvaluation");
    }

    @Test
    void opensARoundThatIsAddedWhileTheEditionWaitsToBeClosed() {
        rounds();
        var competition = approved();
        assertThat(competition).isWaitingAtExactly("closeEdition");

        rounds("INTAKE");
        model.tell("planChanged", COMPETITION);

        assertThat(competition).isWaitingAtExactly("openRound");
    }

    @Test
    void letsPeopleRunARoundWithoutAProcessOfItsOwn() {
        rounds("MENTORING");
        var competition = approved();
        complete(task());
        assertThat(competition).isWaitingAt("runRoundByHand").hasPassed("openRoundByHand");

        complete(task());

        assertThat(competition).isWaitingAt("closeEdition").hasPassed("completeRoundByHand");
    }

    private static ProcessInstance started() {
        return model.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "competition",
                        COMPETITION,
                        Map.of("programId", "0190b5a0-0000-7000-8000-000000000003", "competitionId", COMPETITION));
    }

    private static ProcessInstance approved() {
        var competition = started();
        assertThat(competition).isWaitingAt("approveEditionPlan");
        complete(task(), Map.of("editionPlan", "approve"));
        return competition;
    }

    /** The kinds of the rounds to come, opening tomorrow. */
    private static void rounds(String... kinds) {
        var left = new ArrayDeque<>(List.of(kinds));
        JavaDelegate next = execution -> {
            execution.setVariable("roundKind", left.isEmpty() ? "NONE" : left.pop());
            execution.setVariable("roundId", ROUND);
            execution.setVariable("opensAt", Date.from(model.now().plus(Duration.ofDays(1))));
        };
        model.when("selectNextRoundDelegate", next);
    }
}
