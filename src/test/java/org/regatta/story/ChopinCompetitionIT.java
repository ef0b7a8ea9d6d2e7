package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.regatta.RegattaTest;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The 19th International Chopin Piano Competition, run from its bundle through the whole application. */
@RegattaTest
@DirtiesContext
@TestPropertySource(properties = "regatta.evaluation.take-back=PT1S")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChopinCompetitionIT {

    private static final Bundle CHOPIN = new Bundle("chopin-2025");
    private static final Map<String, String> STAGES =
            Map.of("1", "stage-1", "2", "stage-2", "3", "stage-3", "4", "final");

    @LocalServerPort
    private int port;

    @Autowired
    private People accounts;

    private CompetitionRun run;
    private String competitionId;

    @BeforeAll
    void runsTheWholeCompetition() {
        var people = new StoryPeople(accounts);
        var base = URI.create("http://localhost:" + port);
        run = new CompetitionRun(base, CHOPIN, StoryPeople.PASSWORD, line -> {});
        competitionId = run.importBundle(people.superAdmin(base));
        people.givePasswords(CHOPIN);
        run.run();
    }

    @Test
    @Order(1)
    void givesAllPublishedResultsToTheLastDigit() {
        var published = CHOPIN.rows("official.csv");
        var differences = new LinkedHashMap<String, String>();
        for (var row : published) {
            var ours = row(STAGES.get(row.getField("stage")), row.getField("contestant"));
            var expected = row.getField("stage_result") + " " + row.getField("cumulative_result");
            var actual = text(ours, "stageResult") + " " + text(ours, "cumulativeResult");
            if (!expected.equals(actual)) {
                differences.put(row.getField("stage") + "/" + row.getField("contestant"), expected + " ≠ " + actual);
            }
        }
        assertThat(published).hasSize(155);
        assertThat(differences).isEmpty();
    }

    @Test
    @Order(2)
    void letsExactlyThePublishedContestantsAdvance() {
        for (var stage : new String[] {"1", "2", "3"}) {
            var published = CHOPIN.rows("official.csv").stream()
                    .filter(row -> row.getField("stage").equals(stage)
                            && row.getField("advanced_or_place").equals("1"))
                    .map(row -> row.getField("contestant"))
                    .toList();
            var next = STAGES.get(String.valueOf(Integer.parseInt(stage) + 1));
            var competed = new TreeMap<String, Boolean>();
            run.rankings()
                    .get(next)
                    .forEach(row -> competed.put(row.path("number").asText(), true));
            assertThat(competed.keySet()).as("after stage " + stage).containsExactlyInAnyOrderElementsOf(published);
        }
    }

    @Test
    @Order(3)
    void neverGivesARecusedJurorATask() {
        var scored = CHOPIN.scores().stream()
                .map(score -> score.round() + " " + score.project() + " " + score.juror())
                .toList();
        assertThat(run.tasksDone()).containsExactlyInAnyOrderElementsOf(scored);
        assertThat(run.tasksDone())
                .noneMatch(task -> CHOPIN.recusals().contains(task.substring(task.indexOf(' ') + 1)));
    }

    @Test
    @Order(4)
    void awardsThePlacesTheJuryDecided() {
        var places = new TreeMap<String, String>();
        for (var row : CHOPIN.rows("official.csv")) {
            if (row.getField("stage").equals("4")
                    && !row.getField("advanced_or_place").isEmpty()) {
                places.put(row.getField("contestant"), row.getField("advanced_or_place"));
            }
        }
        assertThat(places.values()).containsExactlyInAnyOrder("1", "2", "3", "4", "4", "5", "5", "6");
        places.forEach((contestant, place) -> {
            var projectId = run.projects().get(contestant);
            var released = run.admin().get("/api/v1/projects/" + projectId + "/decisions");
            assertThat(released.toString()).contains("\"place\":" + place);
            assertThat(run.admin()
                            .get("/api/v1/projects/" + projectId)
                            .path("status")
                            .asText())
                    .isEqualTo("AWARDED");
        });
    }

    @Test
    @Order(5)
    void keepsTheWholeRunInTheHistory() {
        var laureate = run.projects().get(place("1"));
        var steps = run.admin().get("/api/v1/projects/" + laureate + "/history");
        var completed = 0;
        var ended = 0;
        for (var step : steps) {
            completed += step.path("kind").asText().equals("TASK_COMPLETED") ? 1 : 0;
            ended += step.path("elementId").asText().equals("roundEndedToProjectEvaluated") ? 1 : 0;
        }
        var scores = CHOPIN.scores().stream()
                .filter(score -> score.project().equals(place("1")))
                .count();
        assertThat(completed).isEqualTo((int) scores);
        assertThat(ended).isEqualTo(4);
        assertThat(run.admin()
                        .get("/api/v1/competitions/" + competitionId)
                        .path("status")
                        .asText())
                .isEqualTo("CLOSED");
    }

    @Test
    @Order(6)
    void opensEveryNumberToShowHowItCameAbout() {
        var ranking = "/api/v1/rounds/" + roundId("stage-1") + "/ranking/";
        var derivation = run.admin().get(ranking + run.projects().get("29")).toString();
        assertThat(derivation).contains("22.93").contains("J01");
    }

    private static String place(String place) {
        return CHOPIN.rows("official.csv").stream()
                .filter(row -> row.getField("stage").equals("4")
                        && row.getField("advanced_or_place").equals(place))
                .findFirst()
                .orElseThrow()
                .getField("contestant");
    }

    private String roundId(String key) {
        var rounds = run.admin().get("/api/v1/competitions/" + competitionId + "/rounds");
        for (var round : rounds.isArray() ? rounds : rounds.path("items")) {
            if (round.path("key").asText().equals(key)) {
                return round.path("id").asText();
            }
        }
        throw new AssertionError("no round " + key);
    }

    private JsonNode row(String round, String contestant) {
        for (var row : run.rankings().get(round)) {
            if (row.path("number").asText().equals(contestant)) {
                return row;
            }
        }
        throw new AssertionError("contestant " + contestant + " is not in the ranking of " + round);
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).decimalValue().setScale(2).toPlainString();
    }
}
