package org.regatta.workflow.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How nodes are connected: within their scope, from a start to an end, and never round and round without waiting. */
final class FlowRules {

    private final Catalogue catalogue;
    private final Findings findings;

    FlowRules(Catalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void check(Node root) {
        root.all().filter(node -> node.is("bpmn:process", "bpmn:subProcess")).forEach(this::scope);
    }

    private void scope(Node scope) {
        var graph = new FlowGraph(scope, catalogue);
        graph.flows().forEach(flow -> flow(flow, graph));
        graph.nodes().values().forEach(node -> node(node, graph));
        starts(scope, graph);
        for (var id : graph.endless()) {
            var node = graph.nodes().get(id);
            findings.add(
                    node == null ? scope : node,
                    "The way leads back to " + id + " without ever waiting.",
                    "Put a user task, a receive task or a catching event into the loop; a date alone does not hold it once it has"
                            + " passed.");
        }
    }

    private void flow(Node flow, FlowGraph graph) {
        for (var end : List.of("sourceRef", "targetRef")) {
            if (!graph.nodes().containsKey(flow.get(end))) {
                findings.add(
                        flow,
                        "The sequence flow's " + end + " " + flow.get(end) + " is not in the same scope.",
                        "Connect it to a node of the same process or sub-process.");
            }
        }
        var target = graph.nodes().get(flow.get("targetRef"));
        if (target != null && target.is("bpmn:startEvent", "bpmn:boundaryEvent")) {
            findings.add(
                    flow,
                    "A sequence flow leads into an event that nothing leads into.",
                    "Connect it to another node.");
        }
        var conditions = flow.children("bpmn:conditionExpression").toList();
        conditions.stream()
                .filter(condition -> !Conditions.valid(condition.trimmed()))
                .forEach(condition -> condition(condition, findings));
        var source = graph.nodes().get(flow.get("sourceRef"));
        if (source != null && !conditions.isEmpty() && !source.is("bpmn:exclusiveGateway")) {
            findings.add(
                    flow,
                    "A condition stands on a flow that no exclusive gateway decides.",
                    "Add an exclusive gateway.");
        }
    }

    static void condition(Node condition, Findings findings) {
        findings.add(
                condition,
                "The condition is not allowed.",
                "Write ${…} with variables, literals, ==, !=, <, <=, >, >=, and, or, not and parentheses only.");
    }

    private void node(Node node, FlowGraph graph) {
        int outgoing = graph.outgoing(node.id()).size();
        int incoming = graph.incoming(node.id()).size();
        boolean starts = node.is("bpmn:startEvent", "bpmn:boundaryEvent") || node.isTrue("triggeredByEvent");
        boolean ends = node.is("bpmn:endEvent") || node.isTrue("triggeredByEvent");
        if (!starts && incoming == 0) {
            findings.add(node, "Nothing leads here.", "Connect it, or remove it.");
        }
        if (ends ? outgoing > 0 : outgoing == 0) {
            findings.add(
                    node,
                    ends ? "A flow leads out of an end." : "The way ends here without an end event.",
                    "Connect it to the next node or an end event.");
        }
        boolean splits = node.is("bpmn:exclusiveGateway", "bpmn:parallelGateway", "bpmn:eventBasedGateway");
        if (!splits && outgoing > 1) {
            findings.add(node, "Several ways lead out of it.", "Add a gateway that says whether one or all are taken.");
        }
        if (node.is("bpmn:exclusiveGateway") && outgoing > 1) {
            exclusive(node, graph);
        }
        if (node.is("bpmn:eventBasedGateway")) {
            eventBased(node, graph);
        }
        if (node.is("bpmn:boundaryEvent")) {
            var host = graph.nodes().get(node.get("attachedToRef"));
            if (host == null || !BpmnGrammar.STEPS.contains(host.name()) && !host.is("bpmn:subProcess")) {
                findings.add(
                        node,
                        "The boundary event is attached to nothing.",
                        "Attach it to a task, call or sub-process of the same scope.");
            }
        }
    }

    private void exclusive(Node gateway, FlowGraph graph) {
        var undecided = graph.outgoing(gateway.id()).stream()
                .filter(flow -> flow.child("bpmn:conditionExpression").isEmpty())
                .map(Node::id)
                .filter(id -> !id.equals(gateway.get("default")))
                .toList();
        if (!undecided.isEmpty()) {
            findings.add(
                    gateway,
                    "Nothing decides about " + String.join(", ", undecided) + ".",
                    "Give each flow a condition, and one as the default.");
        }
        if (graph.outgoing(gateway.id()).stream().noneMatch(flow -> flow.id().equals(gateway.get("default")))) {
            findings.add(gateway, "The gateway has no default flow.", "Mark the flow to take when no condition holds.");
        }
    }

    private void eventBased(Node gateway, FlowGraph graph) {
        boolean onlyEvents = graph.outgoing(gateway.id()).stream()
                .map(flow -> graph.nodes().get(flow.get("targetRef")))
                .allMatch(target -> target != null && target.is("bpmn:intermediateCatchEvent"));
        if (!onlyEvents || !gateway.get("eventGatewayType").matches("|Exclusive")) {
            findings.add(
                    gateway,
                    "The event-based gateway does not wait for events only.",
                    "Let each way start with a catching event.");
        }
    }

    private void starts(Node scope, FlowGraph graph) {
        var starts = graph.nodes().values().stream()
                .filter(node -> node.is("bpmn:startEvent"))
                .toList();
        if (starts.size() != 1) {
            findings.add(scope, "There are " + starts.size() + " start events.", "Draw exactly one.");
        }
        boolean event = scope.isTrue("triggeredByEvent");
        for (var start : starts) {
            var definitions = start.children().stream()
                    .filter(child -> child.name().endsWith("EventDefinition"))
                    .map(Node::name)
                    .collect(Collectors.toSet());
            boolean wrong = event
                    ? definitions.isEmpty()
                    : scope.is("bpmn:process")
                            ? definitions.contains("bpmn:errorEventDefinition")
                            : !definitions.isEmpty();
            if (wrong) {
                findings.add(
                        start,
                        "The start event does not fit where it stands.",
                        "Event sub-processes start by an event, others plainly.");
            }
        }
        if (event && scope.child("bpmn:multiInstanceLoopCharacteristics").isPresent()) {
            findings.add(scope, "An event sub-process cannot be repeated.", "Repeat a step inside it.");
        }
        if (scope.child("bpmn:extensionElements").stream()
                .flatMap(extensions -> extensions.children().stream())
                .anyMatch(child -> child.is("camunda:in", "camunda:out"))) {
            findings.add(scope, "A mapping stands where nothing is called.", "Move it to a call activity.");
        }
    }

    /** What others have to know of this process. */
    static Catalogue.Known known(Node process, Catalogue catalogue) {
        Set<String> calls = process.all()
                .filter(node -> node.is("bpmn:callActivity"))
                .map(call -> call.get("calledElement"))
                .collect(Collectors.toSet());
        return new Catalogue.Known(calls, new FlowGraph(process, catalogue).waits());
    }

    /** Ids of processes that call themselves, at once or through others. */
    static Set<String> recursive(Map<String, Catalogue.Known> processes) {
        var calls = new HashMap<String, Set<String>>();
        processes.forEach((id, known) -> calls.put(id, known.calls()));
        return FlowGraph.cyclic(calls);
    }
}
