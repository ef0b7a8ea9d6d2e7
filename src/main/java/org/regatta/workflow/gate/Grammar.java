package org.regatta.workflow.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which elements may stand where and carry what. Written as lines {@code element | attributes | children}; an attribute
 * with {@code !} must be there, the child {@code text} allows text, a word with {@code $} stands for a list defined by a
 * line {@code $word = …} before.
 */
final class Grammar {

    private record Rule(Set<String> attributes, Set<String> required, Set<String> children) {}

    private final String root;
    private final Map<String, Rule> rules;

    private Grammar(String root, Map<String, Rule> rules) {
        this.root = root;
        this.rules = rules;
    }

    /** Reads a grammar; the first element is the root. */
    static Grammar of(String lines) {
        var words = new HashMap<String, String>();
        var rules = new HashMap<String, Rule>();
        var root = "";
        for (var line : lines.strip().split("\n")) {
            if (line.startsWith("$")) {
                var parts = line.split(" = ", 2);
                words.put(parts[0].strip(), expand(parts[1], words).strip());
            } else {
                var parts = expand(line, words).split("\\|", -1);
                var attributes = split(parts[1]);
                var required = attributes.stream()
                        .filter(name -> name.endsWith("!"))
                        .map(Grammar::bare)
                        .collect(Collectors.toSet());
                var allowed = attributes.stream().map(Grammar::bare).collect(Collectors.toSet());
                var element = parts[0].strip();
                root = root.isEmpty() ? element : root;
                rules.put(element, new Rule(allowed, required, split(parts[2])));
            }
        }
        return new Grammar(root, rules);
    }

    private static String expand(String text, Map<String, String> words) {
        var expanded = text + " ";
        for (var word : words.entrySet()) {
            expanded = expanded.replace(word.getKey() + " ", word.getValue() + " ");
        }
        return expanded;
    }

    private static String bare(String attribute) {
        return attribute.replace("!", "");
    }

    private static Set<String> split(String words) {
        return words.isBlank()
                ? Set.of()
                : Arrays.stream(words.strip().split("\\s+")).collect(Collectors.toSet());
    }

    /** Finds every element, attribute and text that is not listed. */
    void check(Node node, Findings findings) {
        if (node.parent() == null && !node.name().equals(root)) {
            findings.add(
                    node, "The root element is " + shown(node.name()) + ".", "A model starts with <" + root + ">.");
            return;
        }
        var rule = rules.get(node.name());
        if (rule == null) {
            // only a root can get here; children are checked before they are entered
            return;
        }
        attributes(node, rule, findings);
        if (!rule.children().contains("text") && !node.trimmed().isEmpty()) {
            findings.add(node, "Text is not allowed in " + shown(node.name()) + ".", "Remove the text.");
        }
        for (var child : node.children()) {
            if (rule.children().contains(child.name()) && rules.containsKey(child.name())) {
                check(child, findings);
            } else {
                findings.add(
                        child,
                        shown(child.name()) + " is not allowed in " + shown(node.name()) + ".",
                        "Remove it; scripts, listeners, connectors and foreign extensions never run here.");
            }
        }
    }

    private static void attributes(Node node, Rule rule, Findings findings) {
        for (var attribute : node.attributes().keySet()) {
            if (!rule.attributes().contains(attribute)) {
                findings.add(
                        node,
                        "The attribute " + attribute + " is not allowed on " + shown(node.name()) + ".",
                        "Remove the attribute.");
            }
        }
        for (var attribute : rule.required()) {
            if (node.get(attribute).isBlank()) {
                findings.add(
                        node,
                        shown(node.name()) + " has no " + attribute + ".",
                        "Give it the attribute " + attribute + ".");
            }
        }
    }

    private static String shown(String name) {
        return "<" + name + ">";
    }
}
