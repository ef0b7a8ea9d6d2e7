package org.regatta.workflow.inbox;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Listens to every sequence flow of a model. The engine makes no transitions of the flows out of an event-based gateway:
 * it moves straight to the event that came first, so there the event's start stands for its only incoming flow.
 */
public abstract class EachSequenceFlow extends AbstractBpmnParseListener {

    /** What is called when this flow is taken. */
    protected abstract ExecutionListener listener(ScopeImpl scope, String flowId, String sourceId, String targetId);

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addBuiltInListener(
                ExecutionListener.EVENTNAME_TAKE,
                listener(
                        scope,
                        flow.getId(),
                        flow.getSource().getId(),
                        flow.getDestination().getId()));
    }

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        for (var flow : process.elements("sequenceFlow")) {
            afterEventGateway(flow, definition);
        }
        process.elements("subProcess").forEach(nested -> parseProcess(nested, definition));
    }

    private void afterEventGateway(Element flow, ProcessDefinitionEntity definition) {
        var source = definition.findActivity(flow.attribute("sourceRef"));
        var target = definition.findActivity(flow.attribute("targetRef"));
        if (source != null
                && target != null
                && source.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior) {
            target.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START,
                    listener(definition, flow.attribute("id"), source.getId(), target.getId()));
        }
    }
}
