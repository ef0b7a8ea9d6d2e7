package org.regatta.ranking.process;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.ranking.Calibration;
import org.regatta.workflow.TaskHandler;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** User task {@code approveRanking}: the answer {@code approve} freezes the ranking. */
@Component
class ApproveRankingHandler implements TaskHandler {

    private final Calibration calibration;

    ApproveRankingHandler(Calibration calibration) {
        this.calibration = calibration;
    }

    @Override
    public String taskKey() {
        return "approveRanking";
    }

    @Override
    public Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId) {
        var answer = Objects.requireNonNull(answers.get("ranking"));
        if (answer.equals("approve")) {
            calibration.approve(UUID.fromString(task.businessKey()), personId);
        }
        return Map.of("ranking", answer);
    }
}
