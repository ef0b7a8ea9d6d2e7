package org.regatta.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.regatta.shared.Finding;

/** Forms of components the server can check as the browser does; no expressions, no templates, no patterns. */
public final class FormRules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FORM = Set.of("schemaVersion", "type", "id", "components");
    private static final Set<String> FIELD =
            Set.of("type", "id", "key", "label", "description", "validate", "values", "layout");
    private static final Map<String, Set<String>> RULES = Map.of(
            "text", Set.of(),
            "textfield", Set.of("required", "minLength", "maxLength"),
            "textarea", Set.of("required", "minLength", "maxLength"),
            "number", Set.of("required", "min", "max"),
            "checkbox", Set.of("required"),
            "datetime", Set.of("required"),
            "radio", Set.of("required"),
            "select", Set.of("required"));
    private static final Set<String> NUMBER = Set.of("decimalDigits", "increment");
    private static final Set<String> DATETIME =
            Set.of("subtype", "dateLabel", "timeLabel", "timeSerializingFormat", "timeInterval", "use24h");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,79}");
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MOST_COMPONENTS = 100;

    private final List<Finding> findings = new ArrayList<>();

    /** Findings of the form of this user task; places are paths into the JSON. */
    public List<Finding> check(String formId, byte[] content) {
        if (content.length > MAX_BYTES) {
            add("file", "The file is larger than 1 MiB.", "Shorten the form.");
            return List.copyOf(findings);
        }
        try {
            form(formId, JSON.readTree(content));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            add("line " + line + ", file", "The file is not JSON.", "Save it again from the form editor.");
        } catch (IOException e) {
            add("line 1, file", "The file is not UTF-8.", "Save it again from the form editor.");
        }
        return List.copyOf(findings);
    }

    private void form(String formId, JsonNode form) {
        if (!form.isObject() || !form.path("components").isArray()) {
            add("file", "The file is not a form.", "Save it again from the form editor.");
            return;
        }
        only(form, FORM, "form");
        if (!form.path("id").asText().equals(formId)) {
            add(
                    "id",
                    "The form is called " + form.path("id").asText() + ", its file " + formId + ".",
                    "Give both the name of the user task.");
        }
        if (form.path("components").size() > MOST_COMPONENTS) {
            add("components", "The form has more than " + MOST_COMPONENTS + " components.", "Split the task.");
            return;
        }
        var keys = new HashSet<String>();
        int number = 0;
        for (var component : form.path("components")) {
            component("components[" + number++ + "]", component, keys);
        }
        texts("form", form);
    }

    private void component(String place, JsonNode component, Set<String> keys) {
        var type = component.path("type").asText();
        var rules = RULES.get(type);
        if (rules == null) {
            add(
                    place,
                    "There is no component " + type + ".",
                    "Known components: "
                            + String.join(", ", RULES.keySet().stream().sorted().toList()) + ".");
            return;
        }
        var allowed = new HashSet<>(FIELD);
        if (type.equals("text")) {
            allowed.add("text");
        } else if (!KEY.matcher(component.path("key").asText()).matches()
                || !keys.add(component.path("key").asText())) {
            add(place, "The key is missing, used twice or not camelCase.", "Give every field a key of its own.");
        }
        if (type.equals("number")) {
            allowed.addAll(NUMBER);
        }
        if (type.equals("datetime")) {
            allowed.addAll(DATETIME);
            datetime(place, component);
        }
        only(component, allowed, place);
        only(component.path("validate"), rules, place + ".validate");
        boolean choice = type.equals("radio") || type.equals("select");
        if (choice == component.path("values").isEmpty()) {
            add(place, "The choices do not fit the component.", "List values for radio and select, and only there.");
        }
        component.path("values").forEach(value -> only(value, Set.of("value", "label"), place + ".values"));
    }

    /** The zone of a moment is the competition's, never the browser's. */
    private void datetime(String place, JsonNode component) {
        if (!component.path("subtype").asText().equals("datetime")
                || !component.path("timeSerializingFormat").asText().equals("no_timezone")) {
            add(
                    place,
                    "The moment is not a date and a time without a zone.",
                    "Set subtype to datetime and timeSerializingFormat to no_timezone.");
        }
    }

    private void only(JsonNode node, Set<String> allowed, String place) {
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                add(place + "." + name, "The property " + name + " is not allowed.", "Remove it.");
            }
        });
    }

    /** form-js evaluates texts that start with = and fills in what stands in double braces. */
    private void texts(String place, JsonNode node) {
        if (node.isTextual() && (node.asText().startsWith("=") || node.asText().contains("{{"))) {
            add(place, "An expression stands where only text is allowed.", "Remove it.");
        }
        node.fields().forEachRemaining(field -> texts(place + "." + field.getKey(), field.getValue()));
        if (node.isArray()) {
            node.forEach(element -> texts(place, element));
        }
    }

    private void add(String place, String message, String remedy) {
        findings.add(new Finding(place, message, remedy));
    }
}
