package org.regatta.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;

/** Checks one answer under one component of a form; the properties are form-js's. */
final class FieldCheck {

    /** Longest text where the form sets no limit of its own. */
    private static final int MAX_TEXT = 10_000;

    /** Most digits of a number; more is an attack, not an answer. */
    private static final int MAX_DIGITS = 30;

    private final JsonNode field;
    private final JsonNode rules;
    private final String key;
    private final String named;

    FieldCheck(JsonNode field) {
        this.field = field;
        this.rules = field.path("validate");
        this.key = field.path("key").asText();
        this.named = "“" + field.path("label").asText(field.path("dateLabel").asText(key)) + "”";
    }

    /** What is wrong with the answer; null if nothing is. */
    @Nullable
    Finding finding(@Nullable Object answer) {
        if (answer == null || answer.equals("")) {
            return rules.path("required").asBoolean() ? finding(named + " is required.", "Give an answer.") : null;
        }
        return switch (field.path("type").asText()) {
            case "number" -> number(answer);
            case "checkbox" -> checkbox(answer);
            case "radio", "select" -> choice(answer);
            case "textfield", "textarea" -> text(answer);
            case "datetime" -> moment(answer);
            default ->
                finding(named + " is of a kind the server does not know.", "Ask the organiser to change the form.");
        };
    }

    private @Nullable Finding checkbox(Object answer) {
        if (!(answer instanceof Boolean checked)) {
            return finding(named + " is a box to tick.", "Send true or false.");
        }
        return rules.path("required").asBoolean() && !checked
                ? finding(named + " is required.", "Tick the box.")
                : null;
    }

    private @Nullable Finding choice(Object answer) {
        var allowed = new ArrayList<String>();
        for (var option : field.path("values")) {
            if (option.path("value").asText().equals(answer)) {
                return null;
            }
            allowed.add(option.path("value").asText());
        }
        return finding(named + " does not have this choice.", "Choose one of: " + String.join(", ", allowed) + ".");
    }

    private @Nullable Finding text(Object answer) {
        if (!(answer instanceof String text)) {
            return finding(named + " takes text.", "Write a text.");
        }
        var max = Math.min(rules.path("maxLength").asInt(MAX_TEXT), MAX_TEXT);
        if (text.length() > max) {
            return finding(
                    named + " is too long: " + text.length() + " characters.", "Shorten it to " + max + " characters.");
        }
        var min = rules.path("minLength").asInt(0);
        if (text.length() < min) {
            return finding(named + " is too short.", "Write at least " + min + " characters.");
        }
        var pattern = rules.path("pattern").asText("");
        return pattern.isEmpty() || Pattern.matches(pattern, text)
                ? null
                : finding(named + " does not have the expected form.", "Write it as: " + pattern);
    }

    private @Nullable Finding moment(Object answer) {
        try {
            LocalDateTime.parse(answer.toString());
            return null;
        } catch (DateTimeParseException unreadable) {
            return finding(named + " is no date and time.", "Give both, such as 2026-12-02T12:00.");
        }
    }

    private @Nullable Finding number(Object answer) {
        BigDecimal number;
        try {
            number = new BigDecimal(answer.toString());
        } catch (NumberFormatException notANumber) {
            return finding(named + " takes a number.", "Write digits, with a point for decimals.");
        }
        if (number.precision() > MAX_DIGITS || Math.abs(number.scale()) > MAX_DIGITS) {
            return finding(named + " has too many digits.", "Write at most " + MAX_DIGITS + " digits.");
        }
        var min = decimal("min");
        var max = decimal("max");
        if ((min != null && number.compareTo(min) < 0) || (max != null && number.compareTo(max) > 0)) {
            return finding(
                    named + " is out of range: " + number.toPlainString() + ".", "Choose " + range(min, max) + ".");
        }
        var digits = field.path("decimalDigits");
        if (digits.isInt() && number.stripTrailingZeros().scale() > digits.asInt()) {
            return finding(named + " has too many decimals.", "Round to " + digits.asInt() + " decimals.");
        }
        var step = field.path("increment").isMissingNode()
                ? null
                : new BigDecimal(field.path("increment").asText());
        var start = min == null ? BigDecimal.ZERO : min;
        if (step != null && number.subtract(start).remainder(step).signum() != 0) {
            return finding(
                    named + " is between two steps: " + number.toPlainString() + ".",
                    "Choose a multiple of " + step + ".");
        }
        return null;
    }

    private static String range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min == null) {
            return "at most " + max;
        }
        return max == null ? "at least " + min : min + " to " + max;
    }

    private @Nullable BigDecimal decimal(String rule) {
        return rules.hasNonNull(rule) ? new BigDecimal(rules.path(rule).asText()) : null;
    }

    private Finding finding(String what, String remedy) {
        return new Finding(key, what, remedy);
    }
}
