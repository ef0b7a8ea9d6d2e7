package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The rush before the deadline: all jurors of a project hand in at the same moment, and dates fall due. */
@RegattaTest
@DirtiesContext
@TestPropertySource(properties = "regatta.evaluation.take-back=PT1S")
class JurorsAtOnceIT {

    private static final int JURORS = 12;
    private static final int PROJECTS = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Test
    void takesEveryEvaluationOfJurorsWhoHandInAtTheSameMoment() throws Exception {
        var competition = new GeneratedCompetition(URI.create("http://localhost:" + port), jdbc, 1, PROJECTS, JURORS);
        competition.create();
        finishNext(competition.admin(), Map.of("editionPlan", "approve"));
        finishNext(competition.admin(), Map.of());

        var handIns = new ArrayList<Callable<HttpResponse<String>>>();
        for (var juror : competition.jurors().values()) {
            var tasks = Awaitility.await("the tasks of a juror")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> juror.get("/api/v1/tasks").path("items"), items -> items.size() == PROJECTS);
            tasks.forEach(task -> handIns.add(() -> juror.attempt(
                    "/api/v1/tasks/" + task.path("taskId").asText() + "/complete",
                    Map.of("answers", Map.of("points", 20)))));
        }
        try (var threads = Executors.newFixedThreadPool(JURORS)) {
            assertThat(threads.invokeAll(handIns))
                    .extracting(Future::get)
                    .extracting(HttpResponse::statusCode)
                    .containsOnly(204)
                    .hasSize(JURORS * PROJECTS);
        }
    }

    @Test
    void takesTheAnswerOfWhoeverCompletesATaskWhileItsTimerIsTakenUp() throws Exception {
        var competition = new GeneratedCompetition(URI.create("http://localhost:" + port), jdbc, 1, 1, 1);
        competition.create();
        finishNext(competition.admin(), Map.of("editionPlan", "approve"));
        var task = next(competition.admin());
        try (var engine = database.getConnection();
                var threads = Executors.newSingleThreadExecutor()) {
            engine.setAutoCommit(false);
            takeUpTimers(engine, task);
            var answer = threads.submit(() -> competition
                    .admin()
                    .attempt(
                            "/api/v1/tasks/" + task.path("taskId").asText() + "/complete",
                            Map.of("answers", Map.of())));
            Awaitility.await("somebody who waits for the timer")
                    .until(() -> jdbc.sql("""
                                    select count(*) from pg_stat_activity
                                     where datname = current_database() and wait_event_type = 'Lock'""").query(Long.class).single() > 0);
            engine.commit();

            assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(204);
        }
    }

    /** What the engine does before it runs a timer. */
    private void takeUpTimers(Connection engine, JsonNode task) throws SQLException {
        try (var update = engine.prepareStatement("""
                update act_ru_job set rev_ = rev_ + 1, lock_owner_ = 'another node',
                       lock_exp_time_ = now() + interval '1 minute'
                 where process_instance_id_ = (select process_instance_id from inbox_task where task_id = ?)""")) {
            update.setString(1, task.path("taskId").asText());
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private static JsonNode next(RegattaClient admin) {
        return Awaitility.await("a task of the admin")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/v1/tasks").path("items").path(0), one -> !one.isMissingNode());
    }

    private static void finishNext(RegattaClient admin, Map<String, Object> answers) {
        var task = next(admin);
        admin.post("/api/v1/tasks/" + task.path("taskId").asText() + "/complete", Map.of("answers", answers));
    }
}
