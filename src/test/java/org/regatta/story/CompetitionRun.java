package org.regatta.story;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.regatta.story.Bundle.Score;

/**
 * Runs a whole competition over HTTP, the way its people would: somebody imports the bundle, the admin approves, opens
 * and decides, and every juror completes their own tasks with the scores of the bundle.
 */
public final class CompetitionRun {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Jurors who work at the same time. */
    private static final int AT_WORK = 3;

    private final URI base;
    private final Bundle bundle;
    private final String password;
    private final Consumer<String> narrator;
    private final Map<String, RegattaClient> jurors = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Score>>> scoresByJurorAndTask;
    private final Map<String, String> kinds;
    private final Map<String, JsonNode> rankings = new LinkedHashMap<>();
    private final List<String> tasksDone = Collections.synchronizedList(new ArrayList<>());
    private RegattaClient admin;
    private String competitionId;
    private Map<String, String> numbers = Map.of();

    /**
     * Prepares a run.
     *
     * @param password of every person of the bundle
     * @param narrator hears what happens, line by line
     */
    public CompetitionRun(URI base, Bundle bundle, String password, Consumer<String> narrator) {
        this.base = base;
        this.bundle = bundle;
        this.password = password;
        this.narrator = narrator;
        this.kinds = bundle.criteria();
        this.scoresByJurorAndTask = bundle.scores().stream()
                .collect(groupingBy(Score::juror, groupingBy(score -> score.round() + " " + score.project())));
    }

    /** Checks the bundle with a dry run, then imports it; returns the competition's id. */
    public String importBundle(RegattaClient importer) {
        var checked = upload(importer, true);
        require(
                checked.path("state").asText().equals("VALID"),
                "the dry run finds nothing wrong: " + checked
                        + importer.get("/api/v1/imports/" + checked.path("id").asText() + "/findings"));
        var applied = upload(importer, false);
        require(applied.path("state").asText().equals("APPLIED"), "the import is applied: " + applied);
        competitionId = applied.path("competitionId").asText();
        narrator.accept("imported " + bundle.name() + ": " + applied.path("summary"));
        return competitionId;
    }

    /** Signs everybody in and runs all rounds to the closed edition. */
    public void run() {
        admin = RegattaClient.signIn(base, bundle.admin(), password);
        bundle.jurors().forEach((label, email) -> jurors.put(label, RegattaClient.signIn(base, email, password)));
        numbers = numbersById();
        admin.post("/api/v1/competitions/" + competitionId + "/start", Map.of());
        narrator.accept(jurors.size() + " jurors signed in, " + numbers.size() + " projects, competition started");
        String key;
        do {
            var task = nextAdminTask();
            key = task.path("taskKey").asText();
            act(key, task);
        } while (!key.equals("closeEdition"));
        narrator.accept("edition closed");
    }

    /** The rows of every approved ranking, by the key of its round. */
    public Map<String, JsonNode> rankings() {
        return rankings;
    }

    /** Every juror's task that was completed, as {@code round project juror}. */
    public List<String> tasksDone() {
        return tasksDone;
    }

    /** The admin, to look at what has become of things. */
    public RegattaClient admin() {
        return admin;
    }

    /** Ids of the projects by number. */
    public Map<String, String> projects() {
        var ids = new HashMap<String, String>();
        numbers.forEach((id, number) -> ids.put(number, id));
        return ids;
    }

    private void act(String key, JsonNode task) {
        switch (key) {
            case "approveEditionPlan" -> complete(task, Map.of("editionPlan", "approve"));
            case "openRound" -> {
                // its own time may open it first, and even close it before anybody looks again
                admin.attempt(completing(task), Map.of("answers", Map.of()));
                conduct(round(task.path("roundId").asText()));
            }
            case "approveRanking" -> {
                var round = round(task.path("roundId").asText());
                rankings.put(
                        round.path("key").asText(),
                        allRows("/api/v1/rounds/" + round.path("id").asText() + "/ranking"));
                complete(task, Map.of("ranking", "approve"));
                narrator.accept(round.path("name").asText() + ": ranking approved");
            }
            case "prepareDecisions" -> {
                decideWhatIsOpen(round(task.path("roundId").asText()));
                complete(task, Map.of());
            }
            case "approveDecisions" -> complete(task, Map.of("decisions", "release"));
            case "closeEdition" -> complete(task, Map.of());
            default -> throw new IllegalStateException("nobody knows what to do about " + key);
        }
    }

    /** What people do in the round that has just opened. */
    private void conduct(JsonNode round) {
        switch (round.path("kind").asText()) {
            case "INTAKE" -> {
                if (round(round.path("id").asText()).path("status").asText().equals("OPEN")) {
                    admin.attempt("/api/v1/rounds/" + round.path("id").asText() + "/close", Map.of());
                }
            }
            case "EVALUATION" -> judge(round);
            default -> narrator.accept(round.path("name").asText() + " opened");
        }
    }

    private void judge(JsonNode round) {
        var key = round.path("key").asText();
        var expected = scoresByJurorAndTask.values().stream()
                .flatMap(tasks -> tasks.keySet().stream())
                .filter(task -> task.startsWith(key + " "))
                .count();
        var done = new AtomicInteger();
        try (var desks = Executors.newFixedThreadPool(AT_WORK)) {
            Awaitility.await("every score of " + key).atMost(PATIENCE).until(() -> {
                var all = jurors.entrySet().stream()
                        .map(juror -> (Callable<Integer>) () -> scoreAll(round, juror.getKey(), juror.getValue()))
                        .toList();
                for (var one : desks.invokeAll(all)) {
                    done.addAndGet(one.get());
                }
                return done.get() >= expected;
            });
        }
        narrator.accept(round.path("name").asText() + ": " + done + " evaluations handed in");
    }

    private int scoreAll(JsonNode round, String label, RegattaClient juror) {
        var done = 0;
        JsonNode page;
        do {
            page = juror.get("/api/v1/tasks?size=200&round=" + round.path("id").asText());
            for (var task : page.path("items")) {
                var about = round.path("key").asText() + " "
                        + numbers.get(task.path("projectId").asText());
                var answers = answers(scoresByJurorAndTask.get(label).get(about));
                juror.post(completing(task), Map.of("answers", answers));
                tasksDone.add(about + " " + label);
                done++;
            }
        } while (!page.path("items").isEmpty());
        return done;
    }

    private Map<String, Object> answers(List<Score> scores) {
        var answers = new LinkedHashMap<String, Object>();
        for (var score : scores) {
            answers.put(
                    score.criterion(),
                    kinds.get(score.criterion()).equals("NUMBER") ? new BigDecimal(score.score()) : score.score());
        }
        return answers;
    }

    /** Decides by hand what the policy leaves to people, as {@code decisions.csv} says. */
    private void decideWhatIsOpen(JsonNode round) {
        var path = "/api/v1/rounds/" + round.path("id").asText() + "/decisions";
        var decisions = new ArrayList<Map<String, Object>>();
        for (var row : bundle.rows("decisions.csv")) {
            if (row.getField("round").equals(round.path("key").asText())) {
                var decision = new LinkedHashMap<String, Object>();
                decision.put("projectId", projects().get(row.getField("project")));
                decision.put("outcome", row.getField("outcome"));
                if (!row.getField("place").isEmpty()) {
                    decision.put("place", Integer.valueOf(row.getField("place")));
                }
                decision.put("reason", row.getField("reason"));
                decisions.add(decision);
            }
        }
        if (!decisions.isEmpty()) {
            admin.post(path, Map.of("decisions", decisions));
            narrator.accept(round.path("name").asText() + ": " + decisions.size() + " decisions made by hand");
        }
    }

    private JsonNode upload(RegattaClient importer, boolean dryRun) {
        var answer = importer.upload("/api/v1/imports?dryRun=" + dryRun, "files", bundle.name() + ".zip", bundle.zip());
        require(answer.statusCode() == 202, "the bundle is taken: " + answer.statusCode() + " " + answer.body());
        var path = "/api/v1/imports/"
                + RegattaClient.read(answer.body()).path("id").asText();
        return Awaitility.await("the import")
                .atMost(PATIENCE)
                .until(
                        () -> importer.get(path),
                        run -> !List.of("WAITING", "RUNNING")
                                .contains(run.path("state").asText()));
    }

    private JsonNode nextAdminTask() {
        return Awaitility.await("a task of the admin")
                .atMost(PATIENCE)
                .until(
                        () -> admin.get("/api/v1/tasks?competition=" + competitionId)
                                .path("items")
                                .path(0),
                        task -> !task.isMissingNode());
    }

    private JsonNode round(String roundId) {
        return admin.get("/api/v1/rounds/" + roundId);
    }

    private Map<String, String> numbersById() {
        var found = new HashMap<String, String>();
        for (var project : allRows("/api/v1/competitions/" + competitionId + "/projects")) {
            found.put(project.path("id").asText(), project.path("number").asText());
        }
        return found;
    }

    /** All pages of a list. */
    private JsonNode allRows(String path) {
        var all = JsonNodeFactory.instance.arrayNode();
        JsonNode page;
        var number = 0;
        do {
            page = admin.get(path + "?size=200&page=" + number++);
            page.path("items").forEach(all::add);
        } while (all.size() < page.path("total").asInt());
        return all;
    }

    private void complete(JsonNode task, Map<String, Object> answers) {
        admin.post(completing(task), Map.of("answers", answers));
    }

    private static String completing(JsonNode task) {
        return "/api/v1/tasks/" + task.path("taskId").asText() + "/complete";
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("expected that " + what);
        }
    }
}
