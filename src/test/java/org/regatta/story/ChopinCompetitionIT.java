package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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
    /** Every flow of a project through a stage in which all jurors score, by the model. */
    private static final List<String> WAY_OF_A_PROJECT = List.of(
            "projectAssignedToScoreProject",
            "scoreProjectToIsDiscrepancyWatched",
            "isDiscrepancyWatchedToRecordEvaluated",
            "recordEvaluatedToIsEverythingIn",
            "isEverythingInToAwaitRoundEnd",
            "awaitRoundEndToRoundEnded",
            "roundEndedToProjectEvaluated");

    @LocalServerPort
    private int port;

    @Autowired
    private People accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService models;

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
        var tasks = new JurorsTasks(jdbc);
        assertThat(tasks.ofInbox()).hasSameSizeAs(scored);
        assertThat(tasks.ofEngine()).hasSameSizeAs(scored);
        assertThat(tasks.recused()).hasSameSizeAs(CHOPIN.recusals());
        assertThat(tasks.ofInbox()).doesNotContainAnyElementsOf(tasks.recused());
        assertThat(tasks.ofEngine()).doesNotContainAnyElementsOf(tasks.recused());
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
    void keepsTheWholeRunOfEveryProjectInTheHistory() {
        assertThat(run.projects()).hasSize(84);
        run.projects().forEach((contestant, projectId) -> {
            var steps = run.admin().get("/api/v1/projects/" + projectId + "/history");
            assertThat(count(steps, step -> step.path("kind").asText().equals("TASK_COMPLETED")))
                    .as("scores of " + contestant)
                    .isEqualTo(CHOPIN.scores().stream()
                            .filter(score -> score.project().equals(contestant))
                            .count());
            assertThat(count(steps, step -> step.path("elementId").asText().equals("roundEndedToProjectEvaluated")))
                    .as("stages of " + contestant)
                    .isEqualTo(CHOPIN.rows("official.csv").stream()
                            .filter(row -> row.getField("contestant").equals(contestant))
                            .count());
        });
        assertThat(run.admin()
                        .get("/api/v1/competitions/" + competitionId)
                        .path("status")
                        .asText())
                .isEqualTo("CLOSED");
    }

    @Test
    @Order(6)
    void opensEveryNumberToShowHowItCameAbout() {
        var opened = new LinkedHashMap<String, String>();
        var published = new LinkedHashMap<String, String>();
        var rounds = roundIds();
        for (var row : CHOPIN.rows("official.csv")) {
            var about = row.getField("stage") + "/" + row.getField("contestant");
            published.put(about, row.getField("stage_result") + " " + row.getField("cumulative_result"));
            var steps = run.admin()
                    .get("/api/v1/rounds/" + rounds.get(STAGES.get(row.getField("stage"))) + "/ranking/"
                            + run.projects().get(row.getField("contestant")))
                    .path("derivation")
                    .path("steps");
            opened.put(about, value(steps, "stageResult") + " " + text(steps.get(steps.size() - 1), "value"));
        }
        assertThat(published).hasSize(155);
        assertThat(opened).containsExactlyInAnyOrderEntriesOf(published);
        var best = "/api/v1/rounds/" + rounds.get("stage-1") + "/ranking/"
                + run.projects().get("29");
        assertThat(run.admin().get(best).toString()).contains("J01");
    }

    @Test
    @Order(7)
    void recordsEveryFlowThatTheEngineTookAndNoOther() {
        var flows = new FlowsInHistory(jdbc, models);

        assertThat(jdbc.sql("select count(*) from act_hi_actinst where end_time_ is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from flow_taken").query(Long.class).single())
                .isEqualTo(flows.recorded().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(flows.recorded()).isEqualTo(flows.ofEngine());
        assertThat(flows.ofEachInstance("evaluateProject").values())
                .hasSize(155)
                .allSatisfy(taken -> assertThat(taken).containsExactlyElementsOf(WAY_OF_A_PROJECT));
    }

    /** Ids grow at the end of their index; {@code audit_chain} has one row, made by its migration. */
    @Test
    @Order(8)
    void makesEveryIdWithVersion7() {
        var tables = jdbc.sql("""
                        select c.relname from pg_index i join pg_class c on c.oid = i.indrelid
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.attnum = any (i.indkey)
                        where i.indisprimary and i.indnkeyatts = 1 and a.atttypid = 'uuid'::regtype
                        and c.relnamespace = 'public'::regnamespace and c.relname <> 'audit_chain'""").query(String.class).list();
        var versions = new TreeMap<String, List<String>>();
        for (var table : tables) {
            versions.put(
                    table,
                    jdbc.sql("select distinct substr(id::text, 15, 1) from " + table)
                            .query(String.class)
                            .list());
        }
        versions.values().removeIf(List::isEmpty);
        assertThat(versions).containsKeys("person", "project", "assignment", "evaluation", "ranking", "audit_entry");
        assertThat(versions)
                .allSatisfy((table, found) -> assertThat(found).as(table).containsExactly("7"));
    }

    private static long count(JsonNode steps, Predicate<JsonNode> which) {
        var count = 0L;
        for (var step : steps) {
            count += which.test(step) ? 1 : 0;
        }
        return count;
    }

    private static String value(JsonNode steps, String name) {
        for (var step : steps) {
            if (step.path("name").asText().equals(name)) {
                return text(step, "value");
            }
        }
        throw new AssertionError("no step " + name);
    }

    private Map<String, String> roundIds() {
        var ids = new LinkedHashMap<String, String>();
        var rounds = run.admin().get("/api/v1/competitions/" + competitionId + "/rounds");
        for (var round : rounds.isArray() ? rounds : rounds.path("items")) {
            ids.put(round.path("key").asText(), round.path("id").asText());
        }
        return ids;
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
