package org.regatta.evaluation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class EvaluateProjectProcessTest {

    private static final String PROJECT = "0190b5a0-0000-7000-8000-000000000002:0190b5a0-0000-7000-8000-000000000004";
    private static final String ANNA = "0190b5a0-0000-7000-8000-00000000000a";
    private static final String BO = "0190b5a0-0000-7000-8000-00000000000b";

    @RegisterExtension
    static final ModelUnderTest model =
            ModelUnderTest.of("evaluation/evaluateProject").collection("assignedJurors", ANNA, BO);

    @Test
    void givesEveryAssignedJurorATaskOfTheirOwn() {
        var project = assigned();

        assertThat(project).isWaitingAt("scoreProject");
        assertThat(taskOf(ANNA)).hasDefinitionKey("scoreProject");
        assertThat(taskOf(BO)).hasDefinitionKey("scoreProject");
    }

    @Test
    void countsAsEvaluatedWhenTheLastJurorHasHandedIn() {
        var project = assigned();

        handIn(ANNA);
        assertThat(project).hasNotPassed("recordEvaluated");
        handIn(BO);
        assertThat(project).isWaitingAt("roundEnded").hasPassed("recordEvaluated");
        endRound();

        assertThat(project).isEnded().hasPassed("projectEvaluated");
    }

    @Test
    void endsUnfinishedWhenTheRoundEndsFirst() {
        var project = assigned();
        handIn(ANNA);

        endRound();

        assertThat(project).isEnded().hasPassed("endedUnfinished").hasNotPassed("recordEvaluated");
        org.assertj.core.api.Assertions.assertThat(taskQuery().count()).isZero();
    }

    @Test
    void countsAtOnceWhenEveryJurorIsRecused() {
        model.whenCollection("assignedJurors");

        var project = assigned();

        assertThat(project).isWaitingAt("roundEnded").hasPassed("recordEvaluated");
    }

    @Test
    void givesAReopenedEvaluationBackToItsJuror() {
        var project = assigned();
        handIn(ANNA);
        handIn(BO);

        reopen(ANNA);
        assertThat(task("reviseEvaluation", project)).isAssignedTo(ANNA);
        handIn(ANNA);

        assertThat(project).isWaitingAtExactly("roundEnded").hasPassed("recordRevised", "evaluationRevised");
    }

    @Test
    void takesARevisionAwayWhenTheRoundEnds() {
        var project = assigned();
        handIn(ANNA);
        handIn(BO);
        reopen(BO);

        endRound();

        assertThat(project).isEnded();
    }

    private static ProcessInstance assigned() {
        return model.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "evaluateProject",
                        PROJECT,
                        Map.of("closesAt", Date.from(model.now().plus(Duration.ofDays(1)))));
    }

    private static Task taskOf(String juror) {
        return taskQuery().taskAssignee(juror).singleResult();
    }

    private static void handIn(String juror) {
        model.engine().getTaskService().complete(taskOf(juror).getId());
    }

    private static void reopen(String juror) {
        model.engine()
                .getRuntimeService()
                .createMessageCorrelation("evaluationReopened")
                .processInstanceBusinessKey(PROJECT)
                .setVariable("reopenedJuror", juror)
                .correlate();
    }

    private static void endRound() {
        model.engine()
                .getRuntimeService()
                .createMessageCorrelation("projectRoundEnded")
                .processInstanceBusinessKey(PROJECT)
                .correlateAll();
    }
}
