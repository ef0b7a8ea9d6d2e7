package org.regatta.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

class FormAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = """
            {"type": "default", "components": [
              {"type": "text", "text": "Read this first."},
              {"type": "group", "key": "scores", "components": [
                {"type": "number", "key": "points", "label": "Points", "increment": "0.5", "decimalDigits": 1,
                 "validate": {"required": true, "min": 1, "max": 10}}]},
              {"type": "number", "key": "seats", "label": "Seats", "validate": {"min": 2}},
              {"type": "textfield", "key": "code", "label": "Code",
               "validate": {"minLength": 2, "maxLength": 4, "pattern": "[A-Z]+"}},
              {"type": "textarea", "key": "reason", "label": "Reason"},
              {"type": "checkbox", "key": "read", "label": "I have read it", "validate": {"required": true}},
              {"type": "radio", "key": "route", "label": "Route",
               "values": [{"value": "release", "label": "Release"}, {"value": "return", "label": "Return"}]},
              {"type": "datetime", "key": "when", "dateLabel": "When"},
              {"type": "button", "label": "Send"}]}""";
    private static final String GOOD = """
            {"points": 7.5, "seats": 2, "code": "ABCD", "reason": "Said so.", "read": true, "route": "return",
             "when": "2026-12-02T12:00"}""";

    private final FormAnswers form = new FormAnswers(read(SCHEMA, new TypeReference<ObjectNode>() {}));

    @Test
    void takesWhatTheFormTakes() {
        assertThatCode(() -> form.requireValid(good())).doesNotThrowAnyException();
        assertThatCode(() -> form.requireValid(Map.of("points", "10", "read", true)))
                .as("what is not required may be left out, and a number may come as text")
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "points|null|is required|Give an answer",
                "points|\"\"|is required|Give an answer",
                "points|\"seven\"|takes a number|digits",
                "points|true|takes a number|digits",
                "points|0.5|out of range: 0.5|1 to 10",
                "points|10.5|out of range: 10.5|1 to 10",
                "points|7.25|too many decimals|1 decimals",
                "points|7.3|between two steps: 7.3|0.5",
                "points|\"1e999999999\"|too many digits|30 digits",
                "seats|1|out of range: 1|at least 2",
                "code|\"A\"|too short|at least 2",
                "code|\"ABCDE\"|too long: 5|to 4 characters",
                "code|\"ab\"|expected form|[A-Z]+",
                "code|7|takes text|Write a text",
                "read|false|is required|Tick the box",
                "read|\"yes\"|box to tick|true or false",
                "route|\"publish\"|does not have this choice|release, return",
                "route|[\"return\"]|does not have this choice|release, return",
                "when|\"tomorrow\"|no date and time|2026-12-02T12:00",
                "when|\"2026-12-02\"|no date and time|2026-12-02T12:00",
                "salary|1|no field \"salary\"|Leave it out",
            })
    void namesTheFieldAndTheRemedyOfEachWrongAnswer(String key, String answer, String message, String remedy) {
        var answers = good();
        answers.put(key, read(answer, new TypeReference<Object>() {}));

        var refused = catchThrowableOfType(InvalidInput.class, () -> form.requireValid(answers));

        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo(key);
            assertThat(finding.message()).contains(message);
            assertThat(finding.remedy()).contains(remedy);
        });
    }

    @Test
    void refusesTextsLongerThanAnyFormAsksFor() {
        var answers = good();
        answers.put("reason", "x".repeat(10_001));

        var refused = catchThrowableOfType(InvalidInput.class, () -> form.requireValid(answers));

        assertThat(refused.findings()).extracting(Finding::place).containsExactly("reason");
    }

    @Test
    void findsEverythingAtOnceInTheOrderOfTheForm() {
        var refused = catchThrowableOfType(
                InvalidInput.class, () -> form.requireValid(Map.of("when", "soon", "route", "up", "read", false)));

        assertThat(refused.findings()).extracting(Finding::place).containsExactly("points", "read", "route", "when");
    }

    @Test
    void letsOnlySwitchesAndChoicesSteerTheProcess() {
        assertThat(form.gatewayAnswers(good())).isEqualTo(Map.of("read", true, "route", "return"));
    }

    private static Map<String, Object> good() {
        return new HashMap<>(read(GOOD, new TypeReference<Map<String, Object>>() {}));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
