package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.number;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.regatta.RegattaApplication;

/** A new JVM until the server answers, on a migrated database; against a new JVM that only starts the engine. */
final class ColdStartBenchmark {

    private static final double GOAL_SECONDS = 12;

    private final RunningRegatta regatta;
    private final Figures figures;
    private final HttpClient http = HttpClient.newHttpClient();

    ColdStartBenchmark(RunningRegatta regatta, Figures figures) {
        this.regatta = regatta;
        this.figures = figures;
    }

    void run() throws IOException {
        var database = regatta.database();
        var ours = Math.min(server(), server());
        var floor =
                Times.of(() -> java(BareEngine.class.getName(), database.url(), database.user(), database.password())
                        .onExit()
                        .join());
        figures.row(
                "cold start, class path of the checkout, C1, no AOT cache (the image has one)",
                number(ours / 1e9) + " s",
                number(floor / 1e9) + " s, JVM with the bare engine",
                number((double) ours / floor),
                "≤ 12 s (image)",
                ours / 1e9 <= GOAL_SECONDS);
    }

    private long server() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var database = regatta.database();
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/health"))
                .timeout(Duration.ofSeconds(10))
                .build();
        var start = System.nanoTime();
        var process = java(
                RegattaApplication.class.getName(),
                "--spring.profiles.active=test",
                "--server.port=" + port,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password());
        try {
            Awaitility.await("the server")
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> answers(process, health));
            return System.nanoTime() - start;
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private boolean answers(Process process, HttpRequest health) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended by itself; see target/benchmark-server.log");
        }
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process java(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Arrays.asList(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/benchmark-server.log")))
                    .start();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
