package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regatta.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The process is killed at random moments while evaluations are handed in and rounds open; nothing acknowledged is lost.
 *
 * <p>It waits for servers of its own most of the time, and so runs beside the other tests.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KilledServerIT {

    private static final int KILLS = 20;
    private static final int ROUNDS = 3;
    private static final int PROJECTS = 45;
    private static final int JURORS = 3;
    /** Fixed, so that a failure can be run again. */
    private static final long SEED = 20_251_023;

    private static final Random MOMENTS = new Random(SEED);
    /** Begins every failure's message. */
    private static final String SEEDED = "killed by the seed " + SEED + ": ";

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final ServerProcess server = new ServerProcess(
            database, "killed-server", "--regatta.evaluation.take-back=PT1S", "--regatta.evaluation.chunk=5");
    private final AtomicBoolean over = new AtomicBoolean();
    /** Business key and juror to the score the server said it has. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    /** Key of the one evaluation that is written on a page; null until there is one. */
    private final AtomicReference<String> onAPage = new AtomicReference<>();

    private final List<Throwable> surprises = new ArrayList<>();
    private final ExecutorService people = Executors.newFixedThreadPool(JURORS + 1);

    @AfterEach
    void sendEverybodyHome() throws InterruptedException {
        over.set(true);
        people.shutdownNow();
        people.awaitTermination(10, TimeUnit.SECONDS);
        server.kill();
    }

    @Test
    void losesNothingAcknowledgedAndLeavesNoRoundStuckOverTwentyKills() {
        var competition = new GeneratedCompetition(server.base(), jdbc, ROUNDS, PROJECTS, JURORS);
        server.prepare(competition::create);
        server.start();
        var juror = competition.jurors().keySet().iterator().next();
        onAPage.set(firstKeyOf(juror));
        competition.jurors().forEach((personId, client) -> people.submit(() -> work(personId, client)));
        people.submit(() -> organise(competition.admin()));

        Awaitility.await("a round that opens")
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofMinutes(1))
                .until(this::halfOpen);
        killAtWork(competition);
        assertThat(halfOpen())
                .as(SEEDED + "killed in the middle of opening a round")
                .isTrue();
        server.start();
        writesWhileTheServerIsAway(competition, juror);
        for (int kill = 2; kill < KILLS; kill++) {
            letThemWork(Duration.ofMillis(150 + MOMENTS.nextInt(750)));
            killAtWork(competition);
            server.start();
        }
        Awaitility.await(SEEDED + "the competition to end")
                .atMost(Duration.ofMinutes(4))
                .until(() -> surprised() || competition.status().equals("CLOSED"));

        assertThat(surprises).as(SEEDED + "surprises").isEmpty();
        assertEveryAcknowledgedEvaluationIsThereOnce();
        assertNothingIsStuck();
    }

    /** Ends the server while it still has work: a kill after the end of the competition would show nothing. */
    private void killAtWork(GeneratedCompetition competition) {
        server.kill();
        assertThat(competition.status())
                .as(SEEDED + "the competition, of which something is left to do")
                .isNotEqualTo("CLOSED");
    }

    /** A page with writing that is not sent stays open over a kill and a start: it goes on, and nothing is lost. */
    private void writesWhileTheServerIsAway(GeneratedCompetition competition, UUID juror) {
        var assignment = "select id from assignment where round_id || ':' || project_id || ' ' || person_id = ?";
        Awaitility.await("the task")
                .atMost(Duration.ofMinutes(1))
                .until(() -> count("""
                select count(*) from inbox_task where state = 'OPEN' and business_key || ' ' || assignee = '%s'""".formatted(onAPage.get())) == 1);
        var id = jdbc.sql(assignment).param(onAPage.get()).query(UUID.class).single();
        var email = jdbc.sql("select email from person where id = ?")
                .param(juror)
                .query(String.class)
                .single();
        try (var page = new OpenPage(server.base(), email, GeneratedCompetition.PASSWORD, id)) {
            page.writes("Typed before the kill");
            killAtWork(competition);
            page.writes(", while it was away");
            page.keepsItHere();
            server.start();
            page.writes(", and after it was back.");
            page.hasItSaved();
            assertThat(jdbc.sql("select comment from evaluation where assignment_id = ?")
                            .param(id)
                            .query(String.class)
                            .single())
                    .isEqualTo("Typed before the kill, while it was away, and after it was back.");
            page.handsIn(17);
            acknowledged.put(onAPage.get(), 17);
        }
    }

    private String firstKeyOf(UUID juror) {
        return jdbc.sql("""
                        select r.id || ':' || p.id || ' ' || :juror from round r join project p on p.competition_id = r.competition_id
                        where r.position = 1 and p.number = '1'""")
                .param("juror", juror.toString())
                .query(String.class)
                .single();
    }

    private void assertEveryAcknowledgedEvaluationIsThereOnce() {
        var stored = new ConcurrentHashMap<String, Integer>();
        jdbc.sql("""
                select e.round_id || ':' || e.project_id || ' ' || a.person_id as key, e.total
                from evaluation e join assignment a on a.id = e.assignment_id where e.state = 'SUBMITTED'""").query(row -> {
            var before =
                    stored.put(row.getString("key"), row.getBigDecimal("total").intValueExact());
            assertThat(before).as(SEEDED + "doubled: " + row.getString("key")).isNull();
        });
        assertThat(stored).as(SEEDED + "handed in").containsAllEntriesOf(acknowledged);
        assertThat(stored).as(SEEDED + "handed in").hasSize(ROUNDS * PROJECTS * JURORS);
    }

    private void assertNothingIsStuck() {
        for (var stuck : List.of(
                "round where status <> 'COMPLETED'",
                "participation where state <> 'ENDED'",
                "inbox_task where state = 'OPEN'",
                "act_ru_execution",
                "act_ru_incident")) {
            assertThat(count("select count(*) from " + stuck))
                    .as(SEEDED + stuck)
                    .isZero();
        }
        assertThat(count("select count(*) from act_hi_procinst where proc_def_key_ = 'evaluateProject'"))
                .as(SEEDED + "processes of projects")
                .isEqualTo((long) ROUNDS * PROJECTS);
    }

    /** Whether some projects of a round have their process and others still wait for it. */
    private boolean halfOpen() {
        return count("select count(distinct state) from participation where state in ('WAITING', 'RUNNING')") == 2;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** A juror who does whatever waits, again and again, whatever the server does meanwhile. */
    private void work(UUID personId, RegattaClient client) {
        keepTrying(() -> {
            for (var task : waiting(client)) {
                var key = task.path("businessKey").asText() + " " + personId;
                if (key.equals(onAPage.get())) {
                    continue;
                }
                var score = 1 + Math.floorMod(key.hashCode(), 25);
                var answer = client.attempt(
                        "/api/v1/tasks/" + task.path("taskId").asText() + "/complete",
                        Map.of("answers", Map.of("points", score)));
                if (answer.statusCode() == 204) {
                    acknowledged.put(key, score);
                } else if (answer.statusCode() != 404 && answer.statusCode() != 409 && answer.statusCode() < 500) {
                    throw new AssertionError(answer.statusCode() + " " + answer.body());
                }
            }
        });
    }

    private void organise(RegattaClient admin) {
        var answers = Map.of(
                "approveEditionPlan", Map.of("editionPlan", "approve"), "approveRanking", Map.of("ranking", "approve"));
        keepTrying(() -> {
            for (var task : waiting(admin)) {
                admin.attempt(
                        "/api/v1/tasks/" + task.path("taskId").asText() + "/complete",
                        Map.of(
                                "answers",
                                answers.getOrDefault(task.path("taskKey").asText(), Map.of())));
            }
        });
    }

    /** The tasks that wait for somebody, as soon as there are any; asked for at a person's pace. */
    private JsonNode waiting(RegattaClient person) {
        var found = new AtomicReference<JsonNode>(MissingNode.getInstance());
        Awaitility.await("work")
                .forever()
                .pollInterval(Duration.ofMillis(400))
                .pollInSameThread()
                .until(() -> {
                    found.set(person.get("/api/v1/tasks?size=50").path("items"));
                    return over.get() || !found.get().isEmpty();
                });
        return found.get();
    }

    /** A dead or starting server is no surprise; anything else is. */
    private void keepTrying(Runnable work) {
        while (!over.get() && !Thread.currentThread().isInterrupted()) {
            try {
                work.run();
            } catch (RuntimeException away) {
                if (!RegattaClient.unreachable(away)) {
                    surprise(away);
                    return;
                }
                server.awaitStart();
            } catch (AssertionError wrong) {
                surprise(wrong);
                return;
            }
        }
    }

    private synchronized void surprise(Throwable what) {
        surprises.add(what);
    }

    private synchronized boolean surprised() {
        return !surprises.isEmpty();
    }

    /** The moment of a kill is a moment in time; there is no condition to wait for. */
    private static void letThemWork(Duration time) {
        var until = Instant.now().plus(time);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Instant.now().isAfter(until));
    }
}
