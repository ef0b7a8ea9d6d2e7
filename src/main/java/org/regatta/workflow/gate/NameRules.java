package org.regatta.workflow.gate;

import java.util.HashSet;
import java.util.regex.Pattern;

/** One process per file, named as the file; everything has a name people can read and an id programs can. */
final class NameRules {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]{0,79}");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,119}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,59}");
    private static final Pattern PERIOD = Pattern.compile("P(\\d{1,5})D");
    private static final int LEAST_DAYS = 30;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 4_000;

    private final Findings findings;

    NameRules(Findings findings) {
        this.findings = findings;
    }

    void check(Node root, String processId) {
        var processes = root.children("bpmn:process").toList();
        if (processes.size() != 1) {
            findings.add(root, "The file has " + processes.size() + " processes.", "Draw one process per file.");
        }
        processes.forEach(process -> process(process, processId));
        var ids = new HashSet<String>();
        root.all().forEach(node -> {
            ids(node, ids);
            texts(node);
            documentation(node);
        });
    }

    private void process(Node process, String processId) {
        if (!process.id().equals(processId)) {
            findings.add(
                    process,
                    "The process is called " + process.id() + ", its file " + processId + ".",
                    "Give both the same name.");
        }
        if (!process.isTrue("isExecutable")) {
            findings.add(process, "The process is not executable.", "Set isExecutable to true.");
        }
        if (!VERSION.matcher(process.get("camunda:versionTag")).matches()) {
            findings.add(
                    process,
                    "The version tag is not readable.",
                    "Use letters, digits, dots and dashes, for instance 1.0.");
        }
        if (!keptLongEnough(process.get("camunda:historyTimeToLive"))) {
            findings.add(
                    process,
                    "The history is not kept for at least " + LEAST_DAYS + " days.",
                    "Set historyTimeToLive longer than the time for appeals, in days, for instance P1825D.");
        }
    }

    /** Days only: the engine reads no other period. */
    static boolean keptLongEnough(String period) {
        var days = PERIOD.matcher(period);
        return days.matches() && Integer.parseInt(days.group(1)) >= LEAST_DAYS;
    }

    private void ids(Node node, HashSet<String> ids) {
        var id = node.id();
        if (id.isEmpty()) {
            return;
        }
        if (!ids.add(id)) {
            findings.add(node, "The id " + id + " is used twice.", "Give every element an id of its own.");
        }
        if (BpmnGrammar.NODES.contains(node.name()) || node.is("bpmn:process")) {
            if (!CAMEL_CASE.matcher(id).matches() || Conditions.RESERVED.contains(id)) {
                findings.add(
                        node,
                        "The id " + id + " is not camelCase.",
                        "Call it by what it does, for instance countScore.");
            }
        } else if (!ID.matcher(id).matches()) {
            findings.add(node, "The id is not readable.", "Use letters, digits and underscores.");
        }
    }

    /** The engine takes names and documentation for expressions; here they are only text. */
    private void texts(Node node) {
        if (node.get("name").length() > LONGEST_NAME) {
            findings.add(
                    node,
                    "The name is longer than " + LONGEST_NAME + " characters.",
                    "Shorten it; details go into the documentation.");
        }
        if (node.text().length() > LONGEST_TEXT) {
            findings.add(node, "The text is longer than " + LONGEST_TEXT + " characters.", "Shorten it.");
        }
        boolean expression = node.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().startsWith("camunda:"))
                .filter(attribute ->
                        !(node.is("camunda:in") && attribute.getKey().equals("businessKey")))
                .anyMatch(attribute -> looksLikeExpression(attribute.getValue()));
        boolean spoken = node.is("bpmn:documentation", "bpmn:text", "bpmn:incoming", "bpmn:outgoing");
        if (expression || spoken && looksLikeExpression(node.trimmed())) {
            findings.add(node, "An expression stands where only text is allowed.", "Remove ${…} and #{…}.");
        }
    }

    static boolean looksLikeExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void documentation(Node node) {
        if (BpmnGrammar.STEPS.contains(node.name())
                && node.children("bpmn:documentation")
                        .allMatch(text -> text.trimmed().isEmpty())) {
            findings.add(
                    node,
                    "The step has no documentation.",
                    "Say in a sentence what happens here; people read it in their inbox and in the replay.");
        }
    }
}
