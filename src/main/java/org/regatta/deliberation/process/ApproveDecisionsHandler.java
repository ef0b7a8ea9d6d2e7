package org.regatta.deliberation.process;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.deliberation.DecisionLifecycle;
import org.regatta.workflow.TaskHandler;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** User task {@code approveDecisions}: the answer {@code release} approves all prepared decisions. */
@Component
class ApproveDecisionsHandler implements TaskHandler {

    private final DecisionLifecycle decisions;

    ApproveDecisionsHandler(DecisionLifecycle decisions) {
        this.decisions = decisions;
    }

    @Override
    public String taskKey() {
        return "approveDecisions";
    }

    @Override
    public Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId) {
        var answer = Objects.requireNonNull(answers.get("decisions"));
        if (answer.equals("release")) {
            decisions.approve(UUID.fromString(task.businessKey()), personId);
        }
        return Map.of("decisions", answer);
    }
}
