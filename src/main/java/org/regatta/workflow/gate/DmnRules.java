package org.regatta.workflow.gate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decision tables in a small part of FEEL; no other expression language. */
final class DmnRules {

    static final Map<String, String> NAMESPACES = Map.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "dmn",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
            "http://www.omg.org/spec/DMN/20180521/DI/", "di",
            "http://camunda.org/schema/1.0/dmn", "camunda");

    private static final Grammar GRAMMAR = Grammar.of("""
            dmn:definitions | id name namespace exporter exporterVersion | dmn:decision dmn:inputData dmndi:DMNDI
            dmn:decision | id! name! camunda:historyTimeToLive! camunda:versionTag! | dmn:description dmn:variable dmn:informationRequirement dmn:decisionTable
            dmn:description | | text
            dmn:variable | id name typeRef |
            dmn:inputData | id name | dmn:variable
            dmn:informationRequirement | id | dmn:requiredInput dmn:requiredDecision
            dmn:requiredInput | href |
            dmn:requiredDecision | href |
            dmn:decisionTable | id hitPolicy aggregation | dmn:input dmn:output dmn:rule
            dmn:input | id label | dmn:inputExpression dmn:inputValues
            dmn:inputExpression | id typeRef expressionLanguage | dmn:text
            dmn:inputValues | id | dmn:text
            dmn:output | id label name! typeRef | dmn:outputValues
            dmn:outputValues | id | dmn:text
            dmn:rule | id | dmn:description dmn:inputEntry dmn:outputEntry
            dmn:inputEntry | id expressionLanguage | dmn:text
            dmn:outputEntry | id expressionLanguage | dmn:text
            dmn:text | | text
            dmndi:DMNDI | | dmndi:DMNDiagram
            dmndi:DMNDiagram | id name | dmndi:DMNShape dmndi:DMNEdge
            dmndi:DMNShape | id dmnElementRef! | dc:Bounds
            dmndi:DMNEdge | id dmnElementRef! | di:waypoint
            dc:Bounds | x! y! width! height! |
            di:waypoint | x! y! |
            """);

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Za-z0-9]{0,79}");
    private static final Set<String> LANGUAGES = Set.of(
            "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/DMN/20151101/feel.dtd");
    private static final Pattern FEEL = Pattern.compile(
            "(?:\\s+|\"[^\"\\\\$#{}]{0,200}\"|\\d{1,15}(?:\\.\\d{1,10})?|[A-Za-z][A-Za-z0-9]{0,79}|<=|>=|!=|\\.\\.|[-+*/=<>,()\\[\\]])*+");
    private static final Pattern CALL = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*\\(");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> CALLS =
            Set.of("not", "date", "duration", "min", "max", "floor", "ceiling", "abs", "count", "sum", "and", "or");
    private static final Set<String> REFUSED =
            Set.of("for", "some", "every", "function", "external", "return", "satisfies", "java");
    private static final int LONGEST = 1_000;

    private final Findings findings;

    DmnRules(Findings findings) {
        this.findings = findings;
    }

    void check(Node root, String decisionId) {
        GRAMMAR.check(root, findings);
        if (root.children("dmn:decision").noneMatch(decision -> decision.id().equals(decisionId))) {
            findings.add(root, "No decision is called " + decisionId + ", as the file is.", "Give both the same name.");
        }
        var ids = new HashSet<String>();
        root.all().forEach(node -> {
            if (!node.id().isEmpty() && !ids.add(node.id())) {
                findings.add(node, "The id " + node.id() + " is used twice.", "Give every element an id of its own.");
            }
            if (node.is("dmn:decision")) {
                decision(node);
            }
            if (node.has("expressionLanguage") && !LANGUAGES.contains(node.get("expressionLanguage"))) {
                findings.add(node, "The expression language is not FEEL.", "Use FEEL; no other language runs here.");
            }
            var parent = node.parent();
            boolean spoken = node.is("dmn:description");
            if (node.is("dmn:text") && parent != null && !feel(node.trimmed())) {
                findings.add(
                        parent,
                        "The expression is outside the allowed part of FEEL.",
                        "Use literals, variables, comparisons, ranges and arithmetic.");
            }
            boolean expression = node.attributes().values().stream().anyMatch(NameRules::looksLikeExpression);
            if (expression || spoken && NameRules.looksLikeExpression(node.trimmed())) {
                findings.add(node, "An expression stands where only text is allowed.", "Remove ${…} and #{…}.");
            }
        });
    }

    private void decision(Node decision) {
        if (!CAMEL_CASE.matcher(decision.id()).matches()) {
            findings.add(
                    decision, "The id is not camelCase.", "Call it by what it decides, for instance lateSubmission.");
        }
        if (!NameRules.keptLongEnough(decision.get("camunda:historyTimeToLive"))) {
            findings.add(
                    decision,
                    "The history is not kept for at least 30 days.",
                    "Set historyTimeToLive, for instance P1825D.");
        }
        if (decision.children("dmn:decisionTable").count() != 1) {
            findings.add(decision, "The decision is not a table.", "Decide by one decision table.");
        }
        for (var output : decision.all().filter(node -> node.is("dmn:output")).toList()) {
            if (!CAMEL_CASE.matcher(output.get("name")).matches()) {
                findings.add(output, "The output's name is not camelCase.", "Call it for instance route.");
            }
        }
    }

    private static boolean feel(String text) {
        if (text.length() > LONGEST || !FEEL.matcher(text).matches()) {
            return false;
        }
        var outsideStrings = text.replaceAll("\"[^\"]*\"", "\"\"");
        return CALL.matcher(outsideStrings).results().allMatch(call -> CALLS.contains(call.group(1)))
                && WORD.matcher(outsideStrings).results().noneMatch(word -> REFUSED.contains(word.group()));
    }
}
