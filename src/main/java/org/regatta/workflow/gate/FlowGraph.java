package org.regatta.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The nodes of one scope and the ways between them; a boundary event is a way out of what it is attached to. */
final class FlowGraph {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Node> flows;
    private final Map<String, List<Node>> outgoing = new HashMap<>();
    private final Map<String, List<Node>> incoming = new HashMap<>();
    private final Map<String, Set<String>> withoutWaiting = new LinkedHashMap<>();
    private final Map<String, Set<String>> passable = new LinkedHashMap<>();

    FlowGraph(Node scope, Catalogue catalogue) {
        scope.children().stream()
                .filter(node -> BpmnGrammar.NODES.contains(node.name()))
                .forEach(node -> nodes.putIfAbsent(node.id(), node));
        flows = scope.children("bpmn:sequenceFlow").toList();
        for (var flow : flows) {
            outgoing.computeIfAbsent(flow.get("sourceRef"), id -> new ArrayList<>())
                    .add(flow);
            incoming.computeIfAbsent(flow.get("targetRef"), id -> new ArrayList<>())
                    .add(flow);
        }
        for (var node : nodes.values()) {
            // made once: made twice in each scope, a model of many scopes in scopes would never be checked to its end
            var inside = node.is("bpmn:subProcess") ? new FlowGraph(node, catalogue) : null;
            var waits = waits(node, inside, catalogue);
            if (!waits) {
                withoutWaiting.put(node.id(), waysOut(node));
            }
            passable.put(node.id(), waits ? waysOutOnceDue(node, inside) : waysOut(node));
        }
    }

    private Set<String> waysOut(Node node) {
        var next = new TreeSet<String>();
        outgoing(node.id()).forEach(flow -> next.add(flow.get("targetRef")));
        boundaryEvents(node).forEach(event -> next.add(event.id()));
        return next;
    }

    /** Ways out of a waiting node that are open at once when a date has passed. */
    private Set<String> waysOutOnceDue(Node node, @Nullable FlowGraph inside) {
        var next = new TreeSet<String>();
        if (inside != null && inside.endsOnceDue()) {
            outgoing(node.id()).forEach(flow -> next.add(flow.get("targetRef")));
            boundaryEvents(node)
                    .filter(event -> event.child("bpmn:errorEventDefinition").isPresent())
                    .forEach(event -> next.add(event.id()));
        }
        if (waitsForDate(node)) {
            outgoing(node.id()).forEach(flow -> next.add(flow.get("targetRef")));
        }
        if (node.is("bpmn:eventBasedGateway")) {
            outgoing(node.id()).stream()
                    .map(flow -> flow.get("targetRef"))
                    .filter(target -> nodes.containsKey(target) && waitsForDate(nodes.get(target)))
                    .forEach(next::add);
        }
        boundaryEvents(node).filter(FlowGraph::waitsForDate).forEach(event -> next.add(event.id()));
        return next;
    }

    private Stream<Node> boundaryEvents(Node node) {
        return nodes.values().stream()
                .filter(event -> event.is("bpmn:boundaryEvent")
                        && event.get("attachedToRef").equals(node.id()));
    }

    private static boolean waitsForDate(Node node) {
        return node.child("bpmn:timerEventDefinition")
                .flatMap(timer -> timer.child("bpmn:timeDate"))
                .isPresent();
    }

    private static boolean waits(Node node, @Nullable FlowGraph inside, Catalogue catalogue) {
        return switch (node.name()) {
            case "bpmn:userTask", "bpmn:receiveTask", "bpmn:intermediateCatchEvent", "bpmn:eventBasedGateway" ->
                // repeated over an empty collection, a task is passed at once
                node.child("bpmn:multiInstanceLoopCharacteristics").isEmpty();
            case "bpmn:callActivity" -> {
                var called = catalogue.processes().get(node.get("calledElement"));
                yield called != null
                        && called.waits()
                        && node.child("bpmn:multiInstanceLoopCharacteristics").isEmpty();
            }
            case "bpmn:subProcess" ->
                !node.isTrue("triggeredByEvent")
                        && node.child("bpmn:multiInstanceLoopCharacteristics").isEmpty()
                        && inside != null
                        && inside.waits();
            default -> false;
        };
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    List<Node> flows() {
        return flows;
    }

    List<Node> outgoing(String id) {
        return outgoing.getOrDefault(id, List.of());
    }

    List<Node> incoming(String id) {
        return incoming.getOrDefault(id, List.of());
    }

    /**
     * Ids of nodes on a cycle that never waits, or waits for dates only: once they have passed, nothing holds it. Sorted.
     * A called process that waits for a date counts as waiting: what it did is done, and it is called again for the next.
     */
    Set<String> endless() {
        return cyclic(passable);
    }

    /** Whether every way from the start to an end waits somewhere. */
    boolean waits() {
        return !ends(withoutWaiting);
    }

    /** Whether some way from the start to an end waits for dates only, if at all. */
    private boolean endsOnceDue() {
        return ends(passable);
    }

    private boolean ends(Map<String, Set<String>> edges) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        nodes.values().stream().filter(node -> node.is("bpmn:startEvent")).forEach(start -> open.add(start.id()));
        while (!open.isEmpty()) {
            var id = open.remove();
            var node = nodes.get(id);
            if (node == null || !seen.add(id)) {
                continue;
            }
            if (node.is("bpmn:endEvent")) {
                return true;
            }
            open.addAll(edges.getOrDefault(id, Set.of()));
        }
        return false;
    }

    /** The members of {@code edges} that reach themselves. */
    static Set<String> cyclic(Map<String, Set<String>> edges) {
        var cyclic = new TreeSet<String>();
        for (var start : edges.keySet()) {
            var seen = new HashSet<String>();
            var open = new ArrayDeque<>(edges.getOrDefault(start, Set.of()));
            while (!open.isEmpty() && !cyclic.contains(start)) {
                var id = open.remove();
                if (id.equals(start)) {
                    cyclic.add(start);
                } else if (seen.add(id)) {
                    open.addAll(edges.getOrDefault(id, Set.of()));
                }
            }
        }
        return cyclic;
    }
}
