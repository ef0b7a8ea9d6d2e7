package org.regatta.competition;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Scoring policies as JSON: strictly read, exactly written. */
@Component
class ScoringPolicyDocuments {

    private final JsonMapper mapper = ScoringPolicy.strictMapper();

    ScoringPolicy read(JsonNode document, String place) {
        try {
            var policy = mapper.treeToValue(document, ScoringPolicy.class);
            if (policy == null) {
                throw invalid(List.of(new Finding(place, "There are no rules.", "Write at least an empty object.")));
            }
            var findings = policy.findings(place);
            if (!findings.isEmpty()) {
                throw invalid(findings);
            }
            return policy;
        } catch (JsonProcessingException e) {
            throw invalid(List.of(finding(e, place)));
        }
    }

    /** What {@link #write} wrote. */
    ScoringPolicy restore(String json) {
        try {
            return mapper.readValue(json, ScoringPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored scoring policy cannot be read", e);
        }
    }

    String write(ScoringPolicy policy) {
        try {
            return mapper.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A scoring policy cannot be written", e);
        }
    }

    private static Finding finding(JacksonException cause, String place) {
        var where = new StringBuilder(place);
        if (cause instanceof JsonMappingException mapping) {
            for (var step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    where.append('[').append(step.getIndex()).append(']');
                } else {
                    where.append(where.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new Finding(
                    where.toString(), "There is no such field.", "Use one of: " + unknown.getKnownPropertyIds() + ".");
        }
        if (cause instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return new Finding(
                    where.toString(),
                    "\"" + format.getValue() + "\" is not known here.",
                    "Use one of: " + List.of(format.getTargetType().getEnumConstants()) + ".");
        }
        return new Finding(where.toString(), "The value has the wrong form.", remedy(cause));
    }

    private static String remedy(JacksonException cause) {
        var type = cause instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == BigDecimal.class) {
            return "Give a number.";
        }
        if (type == Integer.class || type == int.class) {
            return "Give a whole number.";
        }
        if (type == boolean.class) {
            return "Give true or false.";
        }
        return type != null && List.class.isAssignableFrom(type) ? "Give a list." : "Give an object with named fields.";
    }

    private static InvalidInput invalid(List<Finding> findings) {
        return new InvalidInput("The scoring policy has errors; see the findings.", findings);
    }
}
