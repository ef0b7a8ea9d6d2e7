package org.regatta.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelUnderTestTest {

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("ranking/calibration");

    /** A class whose tests take no path. */
    private static final class NothingTested {}

    @Test
    void runsAShippedModelWithTheDelegatesOfTheTest() {
        var calibrated = new ArrayList<String>();
        model.when("calibrateScoresDelegate", execution -> calibrated.add(execution.getProcessBusinessKey()));

        var instance = model.engine().getRuntimeService().startProcessInstanceByKey("calibration", "round1");
        model.runJobs();
        assertThat(instance).isWaitingAt("approveRanking");
        complete(task(), Map.of("ranking", "recalculate"));
        model.runJobs();
        complete(task(), Map.of("ranking", "approve"));

        assertThat(instance).isEnded().hasPassed("rankingApproved");
        org.assertj.core.api.Assertions.assertThat(calibrated).isEqualTo(List.of("round1", "round1"));
    }

    @Test
    void namesEveryPathThatNoTestTook() {
        var coverage = new PathCoverage("calibration");

        assertThatThrownBy(() ->
                        coverage.requireAll(NothingTested.class, model.engine().getRepositoryService()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("isRankingApprovedToCalibrateScores")
                .hasMessageContaining("rankingApproved");
    }
}
