package org.regatta.workflow.inbox;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;

/** Where the engine says that a sequence flow is taken. */
public final class SequenceFlows {

    private SequenceFlows() {}

    /**
     * Calls the listener whenever the flow is taken. The engine never takes the flows out of an event-based gateway: it
     * moves straight to the event that came first, so there the event's start stands for its only incoming flow.
     */
    public static void onTaken(TransitionImpl flow, ExecutionListener listener) {
        if (flow.getSource().getActivityBehavior() instanceof EventBasedGatewayActivityBehavior) {
            ((ActivityImpl) flow.getDestination()).addBuiltInListener(ExecutionListener.EVENTNAME_START, listener);
        } else {
            flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, listener);
        }
    }
}
