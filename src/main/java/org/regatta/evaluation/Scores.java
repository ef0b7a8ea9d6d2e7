package org.regatta.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.rubric.ScoreValue;
import org.springframework.stereotype.Component;

/** The JSON of the column {@code evaluation.scores}. */
@Component
class Scores {

    private static final TypeReference<Map<String, ScoreValue>> TYPE = new TypeReference<>() {};

    private final ObjectMapper json;

    Scores(ObjectMapper json) {
        this.json = json;
    }

    String written(Map<String, ScoreValue> scores) {
        try {
            return json.writeValueAsString(scores);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("scores cannot be written as JSON", e);
        }
    }

    Map<String, ScoreValue> read(@Nullable String stored) {
        try {
            return stored == null ? Map.of() : json.readValue(stored, TYPE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored scores are no scores", e);
        }
    }
}
