package org.regatta.ranking.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.regatta.workflow.ModelUnderTest;

class CalibrationProcessTest {

    private static final String ROUND = "0190b5a0-0000-7000-8000-000000000002";

    @RegisterExtension
    static final ModelUnderTest model = ModelUnderTest.of("ranking/calibration");

    private final List<String> calibrated = new ArrayList<>();

    @Test
    void waitsForApprovalOnceTheRankingIsComputed() {
        var calibration = calibrated();

        complete(task(), Map.of("ranking", "approve"));

        assertThat(calibration).isEnded().hasPassed("rankingApproved");
        org.assertj.core.api.Assertions.assertThat(calibrated).containsExactly(ROUND);
    }

    @Test
    void computesAgainWhenAskedTo() {
        var calibration = calibrated();

        complete(task(), Map.of("ranking", "recalculate"));
        model.runJobs();

        assertThat(calibration).isWaitingAt("approveRanking");
        org.assertj.core.api.Assertions.assertThat(calibrated).containsExactly(ROUND, ROUND);
    }

    private ProcessInstance calibrated() {
        model.when("calibrateScoresDelegate", execution -> calibrated.add(execution.getProcessBusinessKey()));
        var calibration = model.engine().getRuntimeService().startProcessInstanceByKey("calibration", ROUND);
        model.runJobs();
        assertThat(calibration).isWaitingAt("approveRanking");
        return calibration;
    }
}
