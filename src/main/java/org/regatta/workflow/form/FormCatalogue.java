package org.regatta.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.regatta.workflow.TaskForm;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The drawn forms by the id of their user task: {@code forms/<module>/<userTaskId>.form}. */
@Component
public class FormCatalogue {

    private final Map<String, ObjectNode> schemas = new HashMap<>();

    FormCatalogue(ObjectMapper json) {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form")) {
                var name = Objects.requireNonNull(file.getFilename());
                try (var input = file.getInputStream()) {
                    schemas.put(
                            name.substring(0, name.length() - ".form".length()), object(json.readTree(input), name));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a form of the artifact cannot be read", broken);
        }
    }

    /** The form as drawn; a copy, free to be completed for one task. */
    public TaskForm form(String taskKey) {
        var schema = schemas.get(taskKey);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "forms/<module>/" + taskKey + ".form is missing; the gate should have refused the model");
        }
        return new TaskForm(schema.deepCopy());
    }

    private static ObjectNode object(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(name + " is not a form: its root is no JSON object");
    }
}
