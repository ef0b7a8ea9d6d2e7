package org.regatta.workflow.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Timers with an end, messages and errors with literal names. */
final class EventRules {

    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(5);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d{0,3})/(?:([^/]{1,40})/)?(P[^/]{1,40})");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,79}");
    private static final Pattern CODE = Pattern.compile("[a-z][A-Za-z0-9]{0,79}");
    private static final Set<String> DEFINITIONS = Set.of(
            "bpmn:timerEventDefinition",
            "bpmn:messageEventDefinition",
            "bpmn:errorEventDefinition",
            "bpmn:terminateEventDefinition");

    private final Findings findings;

    EventRules(Findings findings) {
        this.findings = findings;
    }

    void check(Node root) {
        var messages = root.children("bpmn:message").map(Node::id).collect(Collectors.toSet());
        var errors = root.children("bpmn:error").map(Node::id).collect(Collectors.toSet());
        root.all().forEach(node -> {
            if (node.is("bpmn:message") && !NAME.matcher(node.get("name")).matches()) {
                findings.add(node, "The message's name is not a plain word.", "Call it for instance RoundClosed.");
            }
            if (node.is("bpmn:error") && !CODE.matcher(node.get("errorCode")).matches()) {
                findings.add(
                        node,
                        "The error code is not camelCase.",
                        "Call it as the problem, for instance roundNotReady.");
            }
            if (node.has("messageRef") && !messages.contains(node.get("messageRef"))) {
                findings.add(
                        node,
                        "There is no message " + node.get("messageRef") + ".",
                        "Choose one of the file's messages.");
            }
            if (node.is("bpmn:errorEventDefinition")) {
                error(node, errors);
            }
            if (node.is("bpmn:timerEventDefinition")) {
                timer(node);
            }
            definitions(node);
        });
    }

    private void error(Node definition, Set<String> errors) {
        boolean thrown = definition.parent() != null && definition.parent().is("bpmn:endEvent");
        if (definition.has("errorRef") ? !errors.contains(definition.get("errorRef")) : thrown) {
            findings.add(
                    definition,
                    "There is no error " + definition.get("errorRef") + ".",
                    "Choose one of the file's errors.");
        }
        for (var variable : List.of("camunda:errorCodeVariable", "camunda:errorMessageVariable")) {
            if (definition.has(variable) && !Conditions.isName(definition.get(variable))) {
                findings.add(definition, variable + " is not a plain name.", "Use camelCase.");
            }
        }
    }

    /** How many definitions each kind of event has; the grammar says which. */
    private void definitions(Node node) {
        long count = node.children().stream()
                .filter(child -> DEFINITIONS.contains(child.name()))
                .count();
        boolean needed = node.is("bpmn:intermediateCatchEvent", "bpmn:boundaryEvent");
        if (count > 1 || needed && count == 0) {
            findings.add(
                    node, "The event has " + count + " definitions.", "Give it exactly one: timer, message or error.");
        }
    }

    private void timer(Node definition) {
        if (definition.children().size() != 1) {
            findings.add(definition, "The timer has to say when, once.", "Give it a date, a duration or a cycle.");
            return;
        }
        var when = definition.children().get(0);
        var text = when.trimmed();
        boolean valid = switch (when.name()) {
            case "bpmn:timeDate" -> Conditions.isVariable(text) || isDate(text);
            // of a variable, nobody would know before it runs whether it is a millisecond
            case "bpmn:timeDuration" -> atLeast(text, SHORTEST_WAIT);
            case "bpmn:timeCycle" -> isCycle(text);
            default -> false;
        };
        if (!valid) {
            findings.add(
                    definition,
                    "The timer is not allowed: " + shortened(text),
                    "Write an ISO 8601 date, as it is or as ${variable}, a duration of at least a minute, or a cycle with an end and at least 5 minutes such as R10/PT1H.");
        }
    }

    private static boolean isCycle(String text) {
        var matcher = CYCLE.matcher(text);
        return matcher.matches()
                && (matcher.group(2) == null || isDate(matcher.group(2)))
                && atLeast(matcher.group(3), SHORTEST_CYCLE);
    }

    private static boolean isDate(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().isAfter(Instant.EPOCH);
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static boolean atLeast(String text, Duration least) {
        try {
            if (text.contains("T")) {
                return Duration.parse(text).compareTo(least) >= 0;
            }
            var period = Period.parse(text);
            return !period.isNegative() && !period.isZero();
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
