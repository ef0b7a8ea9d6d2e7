package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The rush before the deadline: all jurors of a project hand in at the same moment. */
@RegattaTest
@TestPropertySource(properties = "stories=with a database of their own")
class JurorsAtOnceIT {

    private static final int JURORS = 12;
    private static final int PROJECTS = 3;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

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

    private static void finishNext(RegattaClient admin, Map<String, Object> answers) {
        var task = Awaitility.await("a task of the admin")
                .atMost(Duration.ofSeconds(60))
                .until(() -> admin.get("/api/v1/tasks").path("items").path(0), one -> !one.isMissingNode());
        admin.post("/api/v1/tasks/" + task.path("taskId").asText() + "/complete", Map.of("answers", answers));
    }
}
