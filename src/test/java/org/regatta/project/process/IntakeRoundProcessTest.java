package org.regatta.project.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class IntakeRoundProcessTest {

    private static final String ROUND = "0190b5a0-0000-7000-8000-000000000002";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("project/intakeRound")
            .step("openIntakeDelegate", execution -> moments(execution, 3, 4))
            .step("applyIntakeDeadlineDelegate", execution -> moments(execution, 5, 6));

    @Test
    void closesWhenTheDeadlineHasPassed() {
        var round = opened();

        model.pass(Duration.ofDays(4));

        assertThat(round).isEnded().hasPassed("intakeDeadlinePassed", "closeIntake");
    }

    @Test
    void closesWhenTheOrganiserAsks() {
        var round = opened();

        model.tell("roundCloseRequested", ROUND);

        assertThat(round).isEnded().hasPassed("closeIntake").hasNotPassed("intakeDeadlinePassed", "remindTeams");
    }

    @Test
    void waitsForTheExtendedDeadline() {
        var round = opened();

        model.tell("roundDeadlineExtended", ROUND);
        model.pass(Duration.ofDays(4));
        assertThat(round).isWaitingAtExactly("collectProjects");
        model.pass(Duration.ofDays(2));

        assertThat(round).isEnded();
    }

    @Test
    void remindsTeamsOnceAndGoesOnCollecting() {
        model.when("openIntakeDelegate", execution -> moments(execution, 3, 2));
        var round = opened();

        model.pass(Duration.ofDays(2).plusHours(1));
        assertThat(round).isWaitingAtExactly("collectProjects").hasPassed("remindTeams", "teamsReminded");
        model.pass(Duration.ofHours(1));
        assertThat(round).hasPassed("remindTeams").isWaitingAtExactly("collectProjects");
        model.pass(Duration.ofDays(1));

        assertThat(round).isEnded();
    }

    @Test
    void remindsAgainBeforeTheDeadlineThatHoldsThen() {
        var round = opened();
        model.when("applyIntakeDeadlineDelegate", execution -> moments(execution, 5, 4));

        model.tell("roundDeadlineExtended", ROUND);
        model.pass(Duration.ofDays(4).plusHours(1));

        assertThat(round).isWaitingAtExactly("collectProjects").hasPassed("applyIntakeDeadline", "remindTeams");
    }

    private static void moments(DelegateExecution execution, int closesIn, int remindsIn) {
        execution.setVariable("closesAt", ModelUnderTest.inDays(closesIn));
        execution.setVariable("remindAt", ModelUnderTest.inDays(remindsIn));
    }

    private static ProcessInstance opened() {
        var round = model.engine().getRuntimeService().startProcessInstanceByKey("intakeRound", ROUND);
        assertThat(round).isWaitingAt("collectProjects").hasPassed("openIntake");
        return round;
    }
}
