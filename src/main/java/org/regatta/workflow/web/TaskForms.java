package org.regatta.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.regatta.workflow.TaskForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the words of shipped forms in the reader's language: {@code form.<form>.<component>.label}, {@code .text},
 * {@code .description} and {@code form.<form>.<component>.<value>} in the message bundles. A form drawn here keeps its
 * own words, and English is what the drawn form says.
 */
@Component
class TaskForms {

    private final MessageSource messages;

    TaskForms(MessageSource messages) {
        this.messages = messages;
    }

    ObjectNode inReadersLanguage(TaskForm form) {
        var schema = form.schema().deepCopy();
        var locale = LocaleContextHolder.getLocale();
        if (!locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            translate(schema, "form." + schema.path("id").asText() + ".", locale);
        }
        return schema;
    }

    private void translate(ObjectNode parent, String form, Locale locale) {
        for (var child : parent.path("components")) {
            if (child instanceof ObjectNode component) {
                var prefix = form + component.path("id").asText() + ".";
                replace(component, "label", prefix + "label", locale);
                replace(component, "text", prefix + "text", locale);
                replace(component, "description", prefix + "description", locale);
                for (JsonNode option : component.path("values")) {
                    if (option instanceof ObjectNode value) {
                        replace(value, "label", prefix + value.path("value").asText(), locale);
                    }
                }
                translate(component, form, locale);
            }
        }
    }

    private void replace(ObjectNode node, String property, String key, Locale locale) {
        if (node.has(property)) {
            var words = messages.getMessage(key, null, node.path(property).asText(), locale);
            node.put(property, words);
        }
    }
}
