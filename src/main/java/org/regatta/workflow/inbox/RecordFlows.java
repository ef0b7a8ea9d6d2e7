package org.regatta.workflow.inbox;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;

/** Writes every sequence flow taken: the engine's history does not hold it, and the replay needs it. */
final class RecordFlows implements ExecutionListener {

    private final RecordingTables tables;
    private final Clock clock;
    private final TransitionImpl flow;

    RecordFlows(RecordingTables tables, Clock clock, TransitionImpl flow) {
        this.tables = tables;
        this.clock = clock;
        this.flow = flow;
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
                        flow.getId(),
                        flow.getSource().getId(),
                        flow.getDestination().getId(),
                        clock.instant()));
    }
}
