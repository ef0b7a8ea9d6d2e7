package org.regatta.shared.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.regatta.shared.web.text.StorableText;
import org.regatta.shared.web.text.StorableText.Unstorable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Says where a JSON body is wrong: line and column where it is no JSON, the field where it is the wrong JSON. */
final class UnreadableBody {

    private UnreadableBody() {}

    static Refusal of(HttpMessageNotReadableException failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Refusal.of(problem);
            }
        }
        var broken = failure.getCause();
        if (broken == null) {
            return malformed("body", "The body is missing or not readable.");
        }
        return switch (broken) {
            case StreamConstraintsException large ->
                malformed(at(large), "The body is nested too deep, or a name, a text or a number in it is too long.");
            case StreamReadException syntax -> malformed(at(syntax), "The body is not JSON from here on.");
            case JsonMappingException mapping ->
                mapping.getCause() instanceof StreamReadException syntax
                        ? malformed(at(syntax), "The body is not JSON from here on.")
                        : wrongField(mapping);
            case JsonProcessingException other -> malformed(at(other), "The body is not JSON from here on.");
            default -> malformed("body", "The body is missing or not readable.");
        };
    }

    private static Refusal malformed(String place, String message) {
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                "malformedBody",
                "The body cannot be read; see the finding.",
                List.of(new Finding(place, message, "Send well-formed JSON in UTF-8.")));
    }

    private static Refusal wrongField(JsonMappingException failure) {
        var place = path(failure);
        var finding = switch (failure) {
            case PropertyBindingException unknown ->
                new Finding(place, "The field is unknown.", known(unknown.getKnownPropertyIds()));
            case Unstorable nul -> new Finding(place, StorableText.WRONG, StorableText.REMEDY);
            case InvalidFormatException format -> wrongValue(place, choices(format.getTargetType()));
            default -> wrongValue(place.isEmpty() ? at(failure) : place, null);
        };
        return new Refusal(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "invalidInput",
                "Some of the input is wrong; see the findings.",
                List.of(finding));
    }

    private static Finding wrongValue(String place, @Nullable String choices) {
        return choices == null
                ? new Finding(
                        place,
                        "The value is missing or of the wrong type.",
                        "Send the type the API's description names.")
                : new Finding(place, "The value is none of the possible ones.", "Use one of " + choices + ".");
    }

    private static @Nullable String choices(@Nullable Class<?> type) {
        return type == null || !type.isEnum()
                ? null
                : Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "));
    }

    private static String known(@Nullable Collection<Object> names) {
        return names == null || names.isEmpty()
                ? "Leave it out."
                : "Leave it out, or use one of "
                        + names.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")) + ".";
    }

    /** {@code rounds[2].kind} */
    private static String path(JsonMappingException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            var field = step.getFieldName();
            if (field == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(field);
            }
        }
        return path.length() > 200 ? path.substring(0, 200) : path.toString();
    }

    private static String at(JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? "body"
                : "body:" + location.getLineNr() + ":" + location.getColumnNr();
    }
}
