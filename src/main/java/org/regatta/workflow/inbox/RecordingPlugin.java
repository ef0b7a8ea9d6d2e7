package org.regatta.workflow.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Makes every model, whoever drew it, record its tasks and flows. */
@Component
class RecordingPlugin extends AbstractProcessEnginePlugin {

    private final RecordingTables tables;
    private final Clock clock;

    RecordingPlugin(RecordingTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = configuration.getCustomPostBPMNParseListeners();
        var all = new ArrayList<BpmnParseListener>(listeners == null ? List.of() : listeners);
        all.add(new AttachRecorders());
        configuration.setCustomPostBPMNParseListeners(all);
    }

    private final class AttachRecorders extends EachSequenceFlow {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            var recorder = new RecordTasks(tables, clock);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, recorder);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, recorder);
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, recorder);
        }

        @Override
        protected ExecutionListener listener(ScopeImpl scope, String flowId, String sourceId, String targetId) {
            return new RecordFlows(tables, clock, flowId, sourceId, targetId);
        }
    }
}
