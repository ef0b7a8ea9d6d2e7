package org.regatta.evaluation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class EvaluationRoundProcessTest {

    private static final String ROUND = "0190b5a0-0000-7000-8000-000000000002";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("evaluation/evaluationRound")
            .step("openEvaluationDelegate", execution -> moments(execution, 3, 4))
            .step("applyEvaluationDeadlineDelegate", execution -> moments(execution, 6, 7))
            .standIn("calibration");

    @Test
    void calibratesOnceEveryEvaluationIsInAndTheWorkOnProjectsHasEnded() {
        var round = opened();

        model.tell("evaluationsCompleted", ROUND);
        model.runJobs();
        assertThat(round).isWaitingAt("projectsEnded").hasPassed("closeEvaluation");
        model.tell("projectsEnded", ROUND);
        assertThat(round).isWaitingAt("calibrate");
        model.finish("calibration", Map.of());

        assertThat(round).isEnded().hasPassed("completeEvaluation", "evaluationCompleted");
    }

    @Test
    void closesWhenDeadlineAndGraceHavePassed() {
        var round = opened();

        model.pass(Duration.ofDays(4));

        assertThat(round).isWaitingAt("projectsEnded").hasPassed("evaluationDeadlinePassed", "closeEvaluation");
    }

    @Test
    void closesWhenTheOrganiserAsks() {
        var round = opened();

        model.tell("roundCloseRequested", ROUND);
        model.runJobs();

        assertThat(round).isWaitingAt("projectsEnded").hasPassed("evaluationCloseRequested", "closeEvaluation");
    }

    @Test
    void waitsForTheExtendedDeadline() {
        var round = opened();

        model.tell("roundDeadlineExtended", ROUND);
        model.pass(Duration.ofDays(4));
        assertThat(round).isWaitingAtExactly("collectEvaluations");
        model.pass(Duration.ofDays(3));

        assertThat(round).isWaitingAt("projectsEnded");
    }

    @Test
    void asksAnAdminToMendARoundThatCannotBeJudged() {
        model.when("openEvaluationDelegate", execution -> {
            throw new BpmnError("roundNotReady");
        });
        var round = started();
        assertThat(round).isWaitingAt("resolveRoundSetup");

        model.when("openEvaluationDelegate", execution -> moments(execution, 3, 4));
        complete(task());
        model.runJobs();

        assertThat(round).isWaitingAt("collectEvaluations");
    }

    @Test
    void remindsJurorsWhoAreBehindAndGoesOnCollecting() {
        model.when("openEvaluationDelegate", execution -> moments(execution, 3, 2));
        var round = opened();

        model.pass(Duration.ofDays(2).plusHours(1));

        assertThat(round).isWaitingAtExactly("collectEvaluations").hasPassed("remindJurors", "jurorsReminded");
    }

    private static void moments(DelegateExecution execution, int closesIn, int remindsIn) {
        execution.setVariable("closesAt", ModelUnderTest.inDays(closesIn));
        execution.setVariable("remindAt", ModelUnderTest.inDays(remindsIn));
    }

    private static ProcessInstance started() {
        var round = model.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "evaluationRound", ROUND, Map.of("programId", ROUND, "competitionId", ROUND, "roundId", ROUND));
        model.runJobs();
        return round;
    }

    private static ProcessInstance opened() {
        var round = started();
        assertThat(round).isWaitingAt("collectEvaluations");
        return round;
    }
}
