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
import java.util.TreeMap;
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
                            .field("height", 4, 5)
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
        assertThat(content.facts().path("changes").path("height").toString()).isEqualTo("{\"before\":4,\"after\":5}");
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

    @Test
    void tellsOnceWhatAChangeTells() {
        var moved = content(Map.of("depth", new Change(4, 5)), "", List.of());

        assertThat(moved.facts().path("changes").path("depth").toString()).isEqualTo("{\"before\":4,\"after\":5}");
        assertThat(moved.facts().has("depth")).isFalse();
    }

    @Test
    void cutsLongTextsBetweenSignsAndTellsTheirLength() {
        var text = "a".repeat(EntryValues.LONGEST_TEXT - 1) + "\uD83D\uDEA2" + "b".repeat(20_000);
        var said =
                content(Map.of("reason", new Change("", text)), "", List.of()).words();

        assertThat(said.path("changes").path("reason").path("after").asText())
                .isEqualTo("a".repeat(EntryValues.LONGEST_TEXT - 1) + "… (22001)");
    }

    @Test
    void tellsLongListsByTheirLengthBeforeAndAfterToo() {
        var names = Collections.nCopies(101, "Ada");
        var said = content(Map.of("names", new Change(List.of("Ada"), names)), "", List.of())
                .words();

        assertThat(said.path("changes").path("names").toString()).isEqualTo("{\"before\":[\"Ada\"],\"after\":101}");
    }

    @Test
    void staysBoundedHoweverMuchChanged() {
        var changes = new TreeMap<String, Change>();
        for (int n = 0; n < EntryValues.LONGEST_LIST; n++) {
            changes.put("field" + n, new Change("x".repeat(5_000), Collections.nCopies(100, "y".repeat(5_000))));
        }
        var said = content(changes, "", List.of()).words();

        assertThat(said.toString().length()).isLessThan(EntryValues.MOST + 20_000);
        assertThat(said.path("changes").size()).as("every field is named").isEqualTo(EntryValues.LONGEST_LIST);
        changes.put("one more", new Change(1, 2));
        assertThat(content(changes, "", List.of()).facts().path("changes").asInt())
                .isEqualTo(EntryValues.LONGEST_LIST + 1);
    }

    @Test
    void writesNoSecretOfAChangedRecordDown() {
        record Door(String password, int height) {}

        var said = content(Map.of("door", new Change(null, new Door("canary", 2))), "", List.of());

        assertThat(said.words().path("changes").path("door").toString())
                .isEqualTo("{\"after\":{\"password\":\"***\",\"height\":2}}");
        assertThat(content(Map.of("door", new Change(null, null)), "", List.of())
                        .facts()
                        .path("changes")
                        .path("door")
                        .asText())
                .isEqualTo("***");
    }

    @Test
    void takesWhatAFormWasAnsweredForWordsWhateverItsFieldsAreCalled() {
        record TaskDone(Map<String, Object> answers, UUID actor, Instant occurredAt) implements DomainEvent {

            @Override
            public String type() {
                return "course.taskDone";
            }

            @Override
            public String subject() {
                return "task";
            }
        }

        var said = EntryContent.of(
                new TaskDone(Map.of("status", "Ada is ill", "password", "canary"), BUOY, Instant.EPOCH), JSON);

        assertThat(said.facts().isEmpty()).isTrue();
        assertThat(said.words().path("answers").path("status").asText()).isEqualTo("Ada is ill");
        assertThat(said.words().toString()).doesNotContain("canary");
    }

    private static EntryContent content(Map<String, Change> changes, String reason, List<String> names) {
        return EntryContent.of(
                new BuoyMoved(
                        BUOY,
                        Colour.ORANGE,
                        new BigDecimal("4.50"),
                        "intakeRound",
                        reason,
                        List.of(),
                        names,
                        new Crew("", 0),
                        "",
                        changes,
                        BUOY,
                        Instant.EPOCH),
                JSON);
    }
}
