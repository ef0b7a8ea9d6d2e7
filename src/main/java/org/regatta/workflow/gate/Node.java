package org.regatta.workflow.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a model. Names carry the gate's own prefixes ({@code bpmn:userTask}), whatever the document called them. */
final class Node {

    private final String name;
    private final int line;
    private final @Nullable Node parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Node> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Node(String name, int line, @Nullable Node parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    List<Node> children() {
        return children;
    }

    StringBuilder text() {
        return text;
    }

    /** The text without white space around it. */
    String trimmed() {
        return text.toString().strip();
    }

    boolean is(String... names) {
        return List.of(names).contains(name);
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The attribute's value, empty where it is missing. */
    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    String id() {
        return get("id");
    }

    boolean isTrue(String attribute) {
        return get(attribute).equals("true");
    }

    Stream<Node> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName));
    }

    Optional<Node> child(String childName) {
        return children(childName).findFirst();
    }

    /** Children of {@code bpmn:extensionElements}. */
    Stream<Node> extensions(String childName) {
        return children("bpmn:extensionElements").flatMap(extensions -> extensions.children(childName));
    }

    /** This element and everything in it, outer before inner. */
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** {@code line 12, openEvaluation}: the line and the nearest id. */
    String place() {
        for (Node node = this; node != null; node = node.parent) {
            if (!node.id().isEmpty()) {
                return "line " + line + ", " + node.id();
            }
        }
        return "line " + line + ", " + name.substring(name.indexOf(':') + 1);
    }
}
