package org.regatta.workflow.standing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.Diagram.Kind;
import org.regatta.workflow.Diagram.Step;

/** The elements of a model in the order people read its diagram. */
public final class DrawnSteps {

    private DrawnSteps() {}

    /** From left to right; what stands one above the other, from the top. */
    public static List<Step> of(BpmnModelInstance model) {
        var places = model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() != null)
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), shape -> shape, (one, two) -> one));
        return model.getModelElementsByType(FlowNode.class).stream()
                .sorted(Comparator.comparingDouble((FlowNode node) -> x(places.get(node.getId())))
                        .thenComparingDouble(node -> y(places.get(node.getId()))))
                .map(DrawnSteps::step)
                .toList();
    }

    /** What is written on sequence flows, by their id. */
    public static Map<String, String> ways(BpmnModelInstance model) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getName() != null && !flow.getName().isBlank())
                .collect(Collectors.toMap(
                        SequenceFlow::getId, flow -> flow.getName().strip()));
    }

    private static Step step(FlowNode node) {
        var name = node.getName();
        var words = node.getDocumentations().stream()
                .map(one -> one.getTextContent().strip())
                .collect(Collectors.joining(" "));
        var calls = node instanceof CallActivity call ? call.getCalledElement() : null;
        return new Step(
                node.getId(), name == null || name.isBlank() ? node.getId() : name.strip(), kind(node), words, calls);
    }

    private static Kind kind(FlowNode node) {
        return switch (node) {
            case UserTask task -> Kind.TASK;
            case CallActivity call -> Kind.CALL;
            case Gateway gateway -> Kind.GATEWAY;
            case StartEvent start -> Kind.START;
            case EndEvent end -> Kind.END;
            case Event event -> Kind.EVENT;
            default -> Kind.AUTOMATIC;
        };
    }

    private static double x(@Nullable BpmnShape shape) {
        return shape == null ? 0 : shape.getBounds().getX();
    }

    private static double y(@Nullable BpmnShape shape) {
        return shape == null ? 0 : shape.getBounds().getY();
    }
}
