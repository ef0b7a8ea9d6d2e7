package org.regatta.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.regatta.workflow.TaskForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes the words of shipped forms in the reader's language: {@code form.<form>.<component>.label}, {@code .text},
 * {@code .description}, {@code .dateLabel}, {@code .timeLabel} and {@code form.<form>.<component>.<value>} in the message bundles, without {@code <form>.} for
 * what is said in many. A form drawn here keeps its own words; English is what the drawn form says.
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
                var name = component.path("id").asText() + ".";
                for (var words : List.of("label", "text", "description", "dateLabel", "timeLabel")) {
                    replace(component, words, form, name + words, locale);
                }
                for (JsonNode option : component.path("values")) {
                    if (option instanceof ObjectNode value) {
                        replace(value, "label", form, name + value.path("value").asText(), locale);
                    }
                }
                translate(component, form, locale);
            }
        }
    }

    private void replace(ObjectNode node, String property, String form, String key, Locale locale) {
        if (node.has(property)) {
            var everywhere =
                    messages.getMessage("form." + key, null, node.path(property).asText(), locale);
            node.put(property, messages.getMessage(form + key, null, everywhere, locale));
        }
    }
}
