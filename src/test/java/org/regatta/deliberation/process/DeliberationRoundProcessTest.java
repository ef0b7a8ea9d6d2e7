package org.regatta.deliberation.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class DeliberationRoundProcessTest {

    private static final String ROUND = "0190b5a0-0000-7000-8000-000000000002";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("deliberation/deliberationRound");

    @Test
    void releasesAllDecisionsTogetherOnceApproved() {
        var deliberation = opened();

        complete(task());
        assertThat(deliberation).isWaitingAt("approveDecisions");
        complete(task(), Map.of("decisions", "release"));
        model.runJobs();

        assertThat(deliberation).isEnded().hasPassed("releaseDecisions", "completeDeliberation", "decisionsReleased");
    }

    @Test
    void goesBackToPreparationWhenDecisionsAreReturned() {
        var deliberation = opened();
        complete(task());

        complete(task(), Map.of("decisions", "return"));

        assertThat(deliberation).isWaitingAt("prepareDecisions").hasNotPassed("releaseDecisions");
    }

    @Test
    void releasesAtTheMomentThatWasSet() {
        var deliberation = scheduled();
        model.runJobs();
        assertThat(deliberation).hasNotPassed("releaseDecisions");

        model.pass(Duration.ofDays(2));

        assertThat(deliberation).isEnded().hasPassed("releaseMomentReached", "releaseDecisions", "decisionsReleased");
    }

    @Test
    void preparesAgainWhenThePlannedReleaseIsCancelled() {
        var deliberation = scheduled();

        model.engine()
                .getRuntimeService()
                .createMessageCorrelation("releaseCancelled")
                .processInstanceBusinessKey(ROUND)
                .correlate();

        assertThat(deliberation).isWaitingAt("prepareDecisions").hasNotPassed("releaseDecisions");
    }

    @Test
    void asksAnAdminToMendARoundWithNothingToDecideOn() {
        model.when("openDeliberationDelegate", execution -> {
            throw new BpmnError("roundNotReady");
        });
        var deliberation = started();
        assertThat(deliberation).isWaitingAt("resolveDeliberationSetup");

        model.when("openDeliberationDelegate", execution -> {});
        complete(task());
        model.runJobs();

        assertThat(deliberation).isWaitingAt("prepareDecisions");
    }

    private static ProcessInstance started() {
        var deliberation = model.engine().getRuntimeService().startProcessInstanceByKey("deliberationRound", ROUND);
        model.runJobs();
        return deliberation;
    }

    private static ProcessInstance scheduled() {
        var deliberation = opened();
        complete(task());
        complete(
                task(),
                Map.of(
                        "decisions",
                        "schedule",
                        "releaseAt",
                        Date.from(model.now().plus(Duration.ofDays(1)))));
        assertThat(deliberation).isWaitingAt("awaitRelease");
        return deliberation;
    }

    private static ProcessInstance opened() {
        var deliberation = started();
        assertThat(deliberation).isWaitingAt("prepareDecisions");
        return deliberation;
    }
}
