package org.regatta.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** Checks answers under a form's schema, as form-js does in the browser. */
public final class FormAnswers {

    /** Components that show something and take no answer. */
    private static final Set<String> SILENT = Set.of("text", "separator", "spacer", "button");

    /** Components whose answers may steer a process; what people write in their own words stays out of the engine. */
    private static final Set<String> STEERING = Set.of("checkbox", "radio", "select");

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    /** The fields of a schema; groups are looked into. */
    public FormAnswers(ObjectNode schema) {
        collect(schema);
    }

    private void collect(JsonNode parent) {
        for (var component : parent.path("components")) {
            var type = component.path("type").asText();
            if (type.equals("group")) {
                collect(component);
            } else if (!SILENT.contains(type)) {
                fields.put(component.path("key").asText(), component);
            }
        }
    }

    /**
     * Refuses answers the form would not accept.
     *
     * @throws InvalidInput with a finding per field, in the order of the form
     */
    public void requireValid(Map<String, Object> answers) {
        var findings = new ArrayList<Finding>();
        for (var field : fields.entrySet()) {
            var checked = new FieldCheck(field.getValue()).finding(answers.get(field.getKey()));
            if (checked != null) {
                findings.add(checked);
            }
        }
        for (var key : answers.keySet()) {
            if (!fields.containsKey(key)) {
                findings.add(new Finding(key, "The form has no field \"" + key + "\".", "Leave it out."));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("The form is not complete yet: " + summary(findings), findings);
        }
    }

    /** The answers a gateway may ask for: switches and choices. */
    public Map<String, Object> gatewayAnswers(Map<String, Object> answers) {
        var steering = new LinkedHashMap<String, Object>();
        fields.forEach((key, field) -> {
            var answer = answers.get(key);
            if (answer != null && STEERING.contains(field.path("type").asText())) {
                steering.put(key, answer);
            }
        });
        return steering;
    }

    private static String summary(List<Finding> findings) {
        return findings.size() == 1 ? findings.getFirst().message() : findings.size() + " answers need your attention.";
    }
}
