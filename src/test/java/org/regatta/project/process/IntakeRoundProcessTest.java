package org.regatta.project.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class IntakeRoundProcessTest {

    private static final String ROUND = "0190b5a0-0000-7000-8000-000000000002";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("project/intakeRound")
            .step("openIntakeDelegate", execution -> execution.setVariable("closesAt", ModelUnderTest.inDays(1)))
            .step(
                    "applyIntakeDeadlineDelegate",
                    execution -> execution.setVariable("closesAt", ModelUnderTest.inDays(5)));

    @Test
    void closesWhenTheDeadlineHasPassed() {
        var round = opened();

        model.pass(Duration.ofDays(2));

        assertThat(round).isEnded().hasPassed("intakeDeadlinePassed", "closeIntake");
    }

    @Test
    void closesWhenTheOrganiserAsks() {
        var round = opened();

        model.tell("roundCloseRequested", ROUND);

        assertThat(round).isEnded().hasPassed("closeIntake").hasNotPassed("intakeDeadlinePassed");
    }

    @Test
    void waitsForTheExtendedDeadline() {
        var round = opened();

        model.tell("roundDeadlineExtended", ROUND);
        model.pass(Duration.ofDays(2));
        assertThat(round).isWaitingAt("awaitIntakeEnd");
        model.pass(Duration.ofDays(4));

        assertThat(round).isEnded();
    }

    private static ProcessInstance opened() {
        var round = model.engine().getRuntimeService().startProcessInstanceByKey("intakeRound", ROUND);
        assertThat(round).isWaitingAt("awaitIntakeEnd").hasPassed("openIntake");
        return round;
    }
}
