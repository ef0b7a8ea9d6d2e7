package org.regatta.workflow.gate;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What runs is drawn, and what is drawn runs. */
final class DiagramRules {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}(\\.\\d{1,10})?");

    private final Findings findings;

    DiagramRules(Findings findings) {
        this.findings = findings;
    }

    void check(Node root) {
        var drawn = root.all()
                .filter(node -> node.is("bpmndi:BPMNShape", "bpmndi:BPMNEdge"))
                .map(node -> node.get("bpmnElement"))
                .collect(Collectors.toSet());
        var ids = root.all().map(Node::id).collect(Collectors.toSet());
        root.all().forEach(node -> {
            boolean visible = BpmnGrammar.NODES.contains(node.name()) || node.is("bpmn:sequenceFlow");
            if (visible && !drawn.contains(node.id())) {
                findings.add(node, "The diagram does not show it.", "Draw it; open and save the model in the modeler.");
            }
            if (node.has("bpmnElement") && !ids.contains(node.get("bpmnElement"))) {
                findings.add(node, "The diagram shows what the model does not have.", "Remove it from the diagram.");
            }
            if (node.is("dc:Bounds", "di:waypoint")
                    && node.attributes().values().stream()
                            .anyMatch(value -> !NUMBER.matcher(value).matches())) {
                findings.add(node, "A coordinate is not a number.", "Draw it again in the modeler.");
            }
        });
    }
}
