package org.regatta.evaluation.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.EvaluationProgress;
import org.regatta.workflow.Processes;
import org.springframework.stereotype.Component;

/** Service task {@code recordRevised}: tells the work on the project that the last evaluation reopened is in again. */
@Component
class RecordRevisedDelegate implements JavaDelegate {

    private final EvaluationProgress progress;
    private final Processes processes;

    RecordRevisedDelegate(EvaluationProgress progress, Processes processes) {
        this.progress = progress;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (progress.complete(EvaluateProjectProcess.roundId(key), EvaluateProjectProcess.projectId(key))) {
            processes.correlate("revisionsIn", key, Map.of());
        }
    }
}
