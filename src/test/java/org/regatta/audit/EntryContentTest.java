package org.regatta.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

class EntryContentTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final UUID BUOY = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

    enum Colour {
        ORANGE
    }

    record Crew(String skipper, int hands) {}

    record BuoyMoved(
            UUID buoyId,
            Colour colour,
            BigDecimal depth,
            String processKey,
            String reason,
            List<UUID> boats,
            List<String> names,
            Crew crew,
            String apiToken,
            Map<String, Change> changes,
            UUID actor,
            Instant occurredAt)
            implements DomainEvent {

        @Override
        public String type() {
            return "course.buoyMoved";
        }

        @Override
        public String subject() {
            return buoyId.toString();
        }
    }

    private final EntryContent content = EntryContent.of(
            new BuoyMoved(
                    BUOY,
                    Colour.ORANGE,
                    new BigDecimal("4.50"),
                    "intakeRound",
                    "Ada saw it drift",
                    Collections.nCopies(101, BUOY),
                    List.of("Ada"),
                    new Crew("Ada", 4),
                    "rgt_canary",
                    Change.between()
                            .field("name", "North mark", "South mark")
                            .field("depth", 4, 5)
                            .field("untouched", 1, 1)
                            .field("password", "canary", "canary2")
                            .all(),
                    BUOY,
                    Instant.EPOCH),
            JSON);

    @Test
    void keepsIdsNumbersStatesAndKeysForGood() {
        assertThat(content.facts().path("buoyId").asText()).isEqualTo(BUOY.toString());
        assertThat(content.facts().path("colour").asText()).isEqualTo("ORANGE");
        assertThat(content.facts().path("depth").decimalValue()).isEqualTo("4.50");
        assertThat(content.facts().path("processKey").asText()).isEqualTo("intakeRound");
        assertThat(content.facts().path("boats").asInt())
                .as("told by its length")
                .isEqualTo(101);
        assertThat(content.facts().path("crew").path("hands").asInt()).isEqualTo(4);
        assertThat(content.facts().has("actor")).isFalse();
    }

    @Test
    void laysTextsByAndAboutPeopleBesideTheChain() {
        assertThat(content.facts().toString()).doesNotContain("Ada").doesNotContain("mark");
        assertThat(content.words().path("reason").asText()).isEqualTo("Ada saw it drift");
        assertThat(content.words().path("names").path(0).asText()).isEqualTo("Ada");
        assertThat(content.words().path("crew").path("skipper").asText()).isEqualTo("Ada");
    }

    @Test
    void tellsWhatAFieldHeldBeforeAndAfter() {
        assertThat(content.facts().path("changes").path("depth").toString()).isEqualTo("{\"before\":4,\"after\":5}");
        assertThat(content.words().path("changes").path("name").toString())
                .isEqualTo("{\"before\":\"North mark\",\"after\":\"South mark\"}");
        assertThat(content.facts().path("changes").has("untouched")).isFalse();
    }

    @Test
    void writesNoSecretDown() {
        assertThat(content.facts() + "" + content.words()).doesNotContain("canary");
        assertThat(content.facts().path("apiToken").asText()).isEqualTo("***");
        assertThat(content.facts().path("changes").path("password").asText()).isEqualTo("***");
    }
}
