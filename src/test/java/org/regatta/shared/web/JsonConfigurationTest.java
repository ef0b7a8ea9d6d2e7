package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

class JsonConfigurationTest {

    enum Colour {
        RED
    }

    record Sample(Integer count, boolean sure, BigDecimal score, String text, Colour colour) {}

    private final ObjectMapper json = mapper();

    @Test
    void keepsDecimalsToTheLastDigit() throws JsonProcessingException {
        var text = "{\"a\":22.570,\"b\":0.1000000000000000055511151231257827,\"c\":100}";

        assertThat(json.writeValueAsString(json.readTree(text))).isEqualTo(text);
        assertThat(json.writeValueAsString(json.readValue(text, Map.class))).isEqualTo(text);
        assertThat(json.writeValueAsString(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void writesInstantsInIso8601() throws JsonProcessingException {
        assertThat(json.writeValueAsString(Instant.parse("2026-11-23T15:38:33Z")))
                .isEqualTo("\"2026-11-23T15:38:33Z\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sure\":true,\"stranger\":2}",
                "{\"sure\":true,\"count\":1,\"count\":2}",
                "{\"sure\":true,\"count\":1.5}",
                "{\"sure\":true,\"count\":\"1\"}",
                "{\"sure\":null}",
                "{\"sure\":true,\"score\":\"9.5\"}",
                "{\"sure\":true,\"score\":NaN}",
                "{\"sure\":true,\"text\":12}",
                "{\"sure\":true,\"text\":\"a\\u0000b\"}",
                "{\"sure\":true,\"colour\":0}",
                "{\"sure\":true,\"colour\":\"BLUE\"}",
                "{\"sure\":true} {}"
            })
    void refusesWhatItWouldHaveToGuess(String text) {
        var reader = json.readerFor(Sample.class);
        assertThatThrownBy(() -> reader.readValue(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void readsWhatIsMeantAsItIsWritten() throws JsonProcessingException {
        var text = "{\"count\":1,\"sure\":true,\"score\":9.50,\"text\":\"12\",\"colour\":\"RED\"}";

        assertThat(json.readValue(text, Sample.class))
                .isEqualTo(new Sample(1, true, new BigDecimal("9.50"), "12", Colour.RED));
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrTooManyDigits() {
        assertThatThrownBy(() -> json.readTree("[".repeat(101) + "]".repeat(101)))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("\"" + "x".repeat(1024 * 1024 + 1) + "\""))
                .isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> json.readTree("9".repeat(101))).isInstanceOf(JsonProcessingException.class);
    }

    private static ObjectMapper mapper() {
        var builder = new Jackson2ObjectMapperBuilder();
        new JsonConfiguration().exactJson().customize(builder);
        return builder.build();
    }
}
