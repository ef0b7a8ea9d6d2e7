package org.regatta.evaluation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class EvaluateProjectProcessTest {

    private static final String PROJECT = "0190b5a0-0000-7000-8000-000000000002:0190b5a0-0000-7000-8000-000000000004";
    private static final String ANNA = "0190b5a0-0000-7000-8000-00000000000a";
    private static final String CLEO = "0190b5a0-0000-7000-8000-00000000000c";
    private static final String BO = "0190b5a0-0000-7000-8000-00000000000b";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("evaluation/evaluateProject")
            .with("evaluation/discrepancy.dmn")
            .collection("assignedJurors", ANNA, BO)
            .step("recordEvaluatedDelegate", execution -> execution.setVariable("everythingIn", true))
            .step("measureSpreadDelegate", execution -> spread(execution, 2, 40));

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
        assertThat(project).isWaitingAt("awaitRoundEnd").hasPassed("recordEvaluated");
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

        assertThat(project).isWaitingAt("awaitRoundEnd").hasPassed("recordEvaluated");
    }

    @Test
    void givesAReopenedEvaluationBackToItsJuror() {
        var project = assigned();
        handIn(ANNA);
        handIn(BO);

        reopen(ANNA);
        assertThat(task("reviseEvaluation", project)).isAssignedTo(ANNA);
        handIn(ANNA);

        assertThat(project).isWaitingAtExactly("awaitRevisions").hasPassed("recordRevised", "evaluationRevised");
        model.tell("revisionsIn", PROJECT);
        assertThat(project).isWaitingAtExactly("awaitRoundEnd");
    }

    @Test
    void comparesAgainWhenARevisionIsInThatWasReopenedAfterwards() {
        var project = watched();
        complete(task("appointThirdReader", project), Map.of("thirdReaderAnswer", "leave"));
        reopen(ANNA);
        handIn(ANNA);

        model.tell("revisionsIn", PROJECT);

        assertThat(project).isWaitingAtExactly("appointThirdReader");
    }

    @Test
    void waitsForARevisionThatIsStillOutWhenTheLastJurorHandsIn() {
        model.when("recordEvaluatedDelegate", execution -> execution.setVariable("everythingIn", false));
        var project = assigned();
        handIn(ANNA);
        reopen(ANNA);

        handIn(BO);

        assertThat(project).isWaitingAtExactly("revision", "awaitRevisions", "reviseEvaluation");
    }

    @Test
    void asksForNoThirdReaderWhileAnEvaluationIsReopened() {
        var project = watched();

        reopen(BO);
        assertThat(project).isWaitingAtExactly("revision", "awaitRevisions", "reviseEvaluation");
        model.when("measureSpreadDelegate", execution -> spread(execution, 2, 10));
        handIn(BO);
        model.tell("revisionsIn", PROJECT);

        assertThat(project).isWaitingAtExactly("awaitRoundEnd").hasPassed("recordEvaluated");
    }

    @Test
    void comparesNothingWhileAnEvaluationIsReopened() {
        model.when("measureSpreadDelegate", execution -> {
            spread(execution, 2, 40);
            execution.setVariable("everythingIn", false);
        });
        var project = assigned(40);
        handIn(ANNA);
        reopen(ANNA);

        handIn(BO);

        assertThat(project)
                .isWaitingAtExactly("revision", "awaitRevisions", "reviseEvaluation")
                .hasNotPassed("decideDiscrepancy");
    }

    @Test
    void takesARevisionAwayWhenTheRoundEnds() {
        var project = assigned();
        handIn(ANNA);
        handIn(BO);
        reopen(BO);

        endRound();

        assertThat(project).isEnded().hasPassed("endedUnrevised");
    }

    @Test
    void neverMeasuresARoundThatDoesNotWatchForDiscrepancies() {
        var project = assigned();
        handIn(ANNA);
        handIn(BO);

        assertThat(project).isWaitingAt("awaitRoundEnd").hasNotPassed("measureSpread");
    }

    @Test
    void acceptsWhatIsCloseEnough() {
        model.when("measureSpreadDelegate", execution -> spread(execution, 2, 39));

        assertThat(watched()).isWaitingAt("awaitRoundEnd").hasPassed("decideDiscrepancy");
    }

    @Test
    void acceptsASingleEvaluation() {
        model.when("measureSpreadDelegate", execution -> spread(execution, 1, 100));

        assertThat(watched()).isWaitingAt("awaitRoundEnd").hasPassed("decideDiscrepancy");
    }

    @Test
    void asksForAThirdReaderAtTheLimit() {
        model.when("checkThirdReaderDelegate", execution -> execution.setVariable("thirdReaderScored", true));
        var project = watched();
        assertThat(project).isWaitingAtExactly("appointThirdReader").hasNotPassed("recordEvaluated");
        assertThat(task("appointThirdReader", project)).hasCandidateGroup("PROGRAM_ADMIN");

        appoint(project);
        assertThat(task("scoreAsThirdReader", project)).isAssignedTo(CLEO);
        handIn(CLEO);

        assertThat(project).isWaitingAt("awaitRoundEnd").hasPassed("recordEvaluated");
    }

    @Test
    void leavesADiscrepancyIfTheOrganiserSaysSo() {
        var project = watched();

        complete(task("appointThirdReader", project), Map.of("thirdReaderAnswer", "leave"));

        assertThat(project).isWaitingAt("awaitRoundEnd").hasNotPassed("scoreAsThirdReader");
    }

    @Test
    void asksAgainIfTheThirdReaderStepsBack() {
        model.when("checkThirdReaderDelegate", execution -> execution.setVariable("thirdReaderScored", false));
        var project = watched();
        appoint(project);

        handIn(CLEO);

        assertThat(project).isWaitingAtExactly("appointThirdReader").hasNotPassed("recordEvaluated");
    }

    @Test
    void endsWithoutAThirdReaderWhenTheRoundEndsFirst() {
        var project = watched();

        endRound();

        assertThat(project).isEnded().hasPassed("endedUnappointed").hasNotPassed("recordEvaluated");
    }

    @Test
    void endsBeforeTheThirdReaderWhenTheRoundEndsFirst() {
        var project = watched();
        appoint(project);

        endRound();

        assertThat(project).isEnded().hasPassed("endedUnread");
    }

    private static void spread(DelegateExecution execution, int evaluations, int percent) {
        execution.setVariable("evaluationCount", evaluations);
        execution.setVariable("spreadPercent", percent);
        execution.setVariable("everythingIn", true);
    }

    private static void appoint(ProcessInstance project) {
        complete(task("appointThirdReader", project), Map.of("thirdReaderAnswer", "appoint", "thirdReader", CLEO));
    }

    /** Everybody has handed in, in a round that asks for a third reader from 40 percent on. */
    private static ProcessInstance watched() {
        var project = assigned(40);
        handIn(ANNA);
        handIn(BO);
        return project;
    }

    private static ProcessInstance assigned() {
        return assigned(0);
    }

    private static ProcessInstance assigned(int discrepancyLimit) {
        return model.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "evaluateProject",
                        PROJECT,
                        Map.of(
                                "closesAt",
                                Date.from(model.now().plus(Duration.ofDays(1))),
                                "discrepancyLimit",
                                discrepancyLimit));
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
                .correlateAll();
    }

    private static void endRound() {
        model.engine()
                .getRuntimeService()
                .createMessageCorrelation("projectRoundEnded")
                .processInstanceBusinessKey(PROJECT)
                .correlateAll();
    }
}
