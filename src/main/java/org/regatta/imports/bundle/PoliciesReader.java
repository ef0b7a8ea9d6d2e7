package org.regatta.imports.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ScoringPolicy;
import org.regatta.imports.bundle.CompetitionPlan.Policy;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.YamlMap;
import org.regatta.imports.text.YamlValue;

/** Reads scoring policies: YAML as JSON, JSON as the policy, and every complaint back to its line. */
final class PoliciesReader {

    private static final int MAX_ROUNDS = 50;
    private static final Pattern STEP = Pattern.compile("\\[(\\d{1,6})]|\\.?([^.\\[]+)");

    private final JsonMapper mapper = ScoringPolicy.strictMapper();
    private final Findings findings;

    PoliciesReader(Findings findings) {
        this.findings = findings;
    }

    List<Policy> read(YamlMap root) {
        var policies = new ArrayList<Policy>();
        for (var policy : root.maps("scoringPolicies", false)) {
            policy.allow("key", "name", "policy");
            var rules = policy.value("policy");
            policies.add(new Policy(
                    policy.key("key"),
                    policy.text("name", PlanReader.NAME),
                    rules == null || rules.map() == null ? ScoringPolicy.plainMean() : rules(rules),
                    policy));
        }
        return policies;
    }

    /** Takes out what the mapper refuses and asks again, so that one mistake does not hide the next. */
    private ScoringPolicy rules(YamlValue yaml) {
        var document = yaml.json();
        var refusals = new ArrayList<List<Object>>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            try {
                var policy = mapper.treeToValue(document, ScoringPolicy.class);
                var wrong = policy.findings("");
                wrong.stream()
                        .filter(one -> !refusals.contains(path(one.place())))
                        .forEach(one -> findings.add(yaml.at(path(one.place())).spot(), one.message(), one.remedy()));
                return wrong.isEmpty() ? policy : ScoringPolicy.plainMean();
            } catch (JsonProcessingException refused) {
                var path = refused instanceof JsonMappingException mapping ? path(mapping) : List.of();
                findings.add(yaml.at(path).spot(), message(refused, path), remedy(refused));
                refusals.add(path);
                if (path.isEmpty() || !without(document, path)) {
                    break;
                }
            }
        }
        return ScoringPolicy.plainMean();
    }

    private static boolean without(JsonNode document, List<Object> path) {
        var parent = document;
        for (var step : path.subList(0, path.size() - 1)) {
            parent = step instanceof Integer index ? parent.path(index) : parent.path(step.toString());
        }
        var last = path.getLast();
        if (parent instanceof ObjectNode object) {
            return object.remove(last.toString()) != null;
        }
        return parent instanceof ArrayNode array && last instanceof Integer index && array.remove(index) != null;
    }

    private static List<Object> path(JsonMappingException refused) {
        var path = new ArrayList<Object>();
        for (var step : refused.getPath()) {
            path.add(step.getFieldName() == null ? (Object) step.getIndex() : step.getFieldName());
        }
        return path;
    }

    /** {@code tieRules[1].key} as the steps tieRules, 1, key. */
    private static List<Object> path(String place) {
        var path = new ArrayList<Object>();
        var steps = STEP.matcher(place);
        while (steps.find()) {
            path.add(steps.group(1) == null ? steps.group(2) : (Object) Integer.valueOf(steps.group(1)));
        }
        return path;
    }

    private static String message(JsonProcessingException refused, List<Object> path) {
        var name = path.isEmpty() ? "policy" : path.getLast().toString();
        if (refused instanceof UnrecognizedPropertyException) {
            return "The key " + Findings.quoted(name) + " is unknown here.";
        }
        if (refused instanceof InvalidFormatException format) {
            return Findings.quoted(String.valueOf(format.getValue())) + " is no value for " + Findings.quoted(name)
                    + ".";
        }
        return "The value of " + Findings.quoted(name) + " has the wrong form.";
    }

    private static String remedy(JsonProcessingException refused) {
        if (refused instanceof UnrecognizedPropertyException unknown && unknown.getKnownPropertyIds() != null) {
            return "Remove it; known keys are "
                    + joined(unknown.getKnownPropertyIds().toArray()) + ".";
        }
        var constants = refused instanceof InvalidFormatException format
                ? format.getTargetType().getEnumConstants()
                : null;
        return constants == null
                ? "Write a value of the right kind: a number, a word, or keys and values."
                : "Use " + joined(constants) + ".";
    }

    private static String joined(@Nullable Object[] values) {
        return String.join(", ", Arrays.stream(values).map(String::valueOf).toList());
    }
}
