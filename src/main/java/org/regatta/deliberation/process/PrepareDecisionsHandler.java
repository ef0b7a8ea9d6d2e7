package org.regatta.deliberation.process;

import java.util.Map;
import java.util.UUID;
import org.regatta.deliberation.DecisionLifecycle;
import org.regatta.workflow.TaskHandler;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** User task {@code prepareDecisions}: refused while a project has no decision. */
@Component
class PrepareDecisionsHandler implements TaskHandler {

    private final DecisionLifecycle decisions;

    PrepareDecisionsHandler(DecisionLifecycle decisions) {
        this.decisions = decisions;
    }

    @Override
    public String taskKey() {
        return "prepareDecisions";
    }

    @Override
    public Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId) {
        decisions.requireComplete(UUID.fromString(task.businessKey()));
        return Map.of();
    }
}
