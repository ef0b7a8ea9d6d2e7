package org.regatta.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.regatta.RegattaApplication;
import org.regatta.TestDatabase;

/** Regatta in a process of its own, so that it can be killed as a power cut would, or refuse to start. */
final class ServerProcess {

    private final Path log;
    private final List<String> program;
    private final Map<String, String> environment;
    private final boolean delivered;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<CountDownLatch> up = new AtomicReference<>(new CountDownLatch(1));
    private Process process;

    /**
     * One from the classes of the tests, with their settings, that is not started yet.
     *
     * @param name of its log in {@code target}
     * @param settings more arguments, {@code --key=value}
     */
    ServerProcess(TestDatabase database, String name, String... settings) {
        this(
                name,
                List.of(
                        "--spring.profiles.active=test",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password()));
        program.addAll(List.of(settings));
    }

    /**
     * What the README's first command starts, with a folder and ports of its own and without the demo's competitions; not
     * started yet.
     *
     * @param name of its log in {@code target}, which is begun anew
     */
    static ServerProcess local(Path folder, String name) {
        Path.of("target", name + ".log").toFile().delete();
        return new ServerProcess(
                name,
                List.of(
                        "--spring.profiles.active=local",
                        "--regatta.local.folder=" + folder,
                        "--regatta.local.storage-port=" + freePort(),
                        "--regatta.local.mail-port=" + freePort(),
                        "--regatta.local.demo=false"));
    }

    /** One from the classes of the tests. */
    private ServerProcess(String name, List<String> settings) {
        this.log = Path.of("target", name + ".log");
        this.environment = System.getenv();
        this.delivered = false;
        this.program = new ArrayList<>(List.of("-cp", ServerClasses.classPath(), RegattaApplication.class.getName()));
        program.addAll(settings);
    }

    /**
     * The delivered jar with these variables and no other, as in its container; not started yet.
     *
     * @param name of its log in {@code target}, which is begun anew
     * @param settings more arguments, {@code --key=value}
     */
    ServerProcess(Path jar, Map<String, String> environment, String name, String... settings) {
        this.log = Path.of("target", name + ".log");
        log.toFile().delete();
        this.environment = environment;
        this.delivered = true;
        this.program = new ArrayList<>(List.of("-jar", jar.toString()));
        program.addAll(List.of(settings));
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    /** Starts it and waits until it answers. */
    void start() {
        launch();
        awaitHealth();
    }

    /** Starts it, uses it and ends it in order, and so prepares the classes of all that for the starts to come. */
    void prepare(Runnable use) {
        launch(ServerClasses.preparing());
        awaitHealth();
        use.run();
        stop();
    }

    /** Starts it. */
    void launch() {
        launch(delivered ? List.of() : ServerClasses.prepared());
    }

    private void launch(List<String> classes) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Linux only
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UseTransparentHugePages",
                "-XX:+AlwaysPreTouch",
                "-Xms512m",
                "-Xmx512m"));
        command.addAll(classes);
        command.addAll(program);
        command.add("--server.port=" + port);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits until it answers. */
    void awaitHealth() {
        Awaitility.await("the server").atMost(Duration.ofMinutes(2)).until(this::healthy);
        up.get().countDown();
    }

    /** Ends it in order. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Waits until it ends by itself; how it ended. */
    int end() {
        return process.onExit().join().exitValue();
    }

    /** Everything it has written since the file was last deleted. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits while it is down, so that those who were cut off do not take the processor from its start. */
    void awaitStart() {
        try {
            up.get().await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL: no shutdown hook, no flush, no goodbye. */
    void kill() {
        up.set(new CountDownLatch(1));
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean healthy() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended by itself; see " + log);
        }
        try {
            var request = HttpRequest.newBuilder(base().resolve("/api/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
