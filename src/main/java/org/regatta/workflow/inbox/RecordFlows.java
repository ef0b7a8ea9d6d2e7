package org.regatta.workflow.inbox;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Writes every sequence flow taken: the engine's history does not hold it, and the replay needs it. */
final class RecordFlows implements ExecutionListener {

    private final RecordingTables tables;
    private final Clock clock;
    private final String flowId;
    private final String sourceId;
    private final String targetId;

    RecordFlows(RecordingTables tables, Clock clock, String flowId, String sourceId, String targetId) {
        this.tables = tables;
        this.clock = clock;
        this.flowId = flowId;
        this.sourceId = sourceId;
        this.targetId = targetId;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var definition = ((ExecutionEntity) execution).getProcessDefinition();
        Recording.current(tables)
                .took(new FlowTaken(
                        execution.getProcessInstanceId(),
                        execution.getId(),
                        definition.getKey(),
                        definition.getVersion(),
                        execution.getProcessBusinessKey(),
                        flowId,
                        sourceId,
                        targetId,
                        clock.instant()));
    }
}
