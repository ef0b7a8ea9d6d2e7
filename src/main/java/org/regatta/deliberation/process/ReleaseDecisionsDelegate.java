package org.regatta.deliberation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.deliberation.DecisionLifecycle;
import org.springframework.stereotype.Component;

/** Service task {@code releaseDecisions}. */
@Component
class ReleaseDecisionsDelegate implements JavaDelegate {

    private final DecisionLifecycle decisions;

    ReleaseDecisionsDelegate(DecisionLifecycle decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.release(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
