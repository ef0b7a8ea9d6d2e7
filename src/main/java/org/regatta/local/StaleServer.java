package org.regatta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.regatta.ops.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that a killed Regatta left running on our data. It is found by the pid in {@code postmaster.pid}, and
 * stopped only if that process is a PostgreSQL and the file names our data: pids are used again.
 */
final class StaleServer {

    private static final Logger log = LoggerFactory.getLogger(StaleServer.class);
    private static final int PATIENCE_SECONDS = 60;

    private StaleServer() {}

    /**
     * Stops it, if it is there. The caller holds the folder, so nobody else uses it.
     *
     * @param data PostgreSQL's data directory
     * @throws StartRefused if it does not stop
     */
    static void stop(Path data) throws IOException, InterruptedException {
        var server = find(data);
        if (server.isEmpty()) {
            return;
        }
        var process = server.get();
        log.info("Stopping the PostgreSQL that a killed Regatta left behind pid={}", process.pid());
        interrupt(process);
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused(
                    "A PostgreSQL that an earlier Regatta left behind (process " + process.pid() + ") does not stop.",
                    "End process " + process.pid() + ", then start again.");
        }
    }

    private static Optional<ProcessHandle> find(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // pid, data directory, start time, port, …: one a line
        var lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d{1,10}") || !isSame(data, lines.get(1))) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(StaleServer::isPostgres);
    }

    private static boolean isSame(Path data, String named) throws IOException {
        var path = Path.of(named.strip());
        return Files.exists(path) && Files.isSameFile(path, data);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().toLowerCase(Locale.ROOT))
                .filter(name -> name.equals("postgres") || name.equals("postgres.exe"))
                .isPresent();
    }

    /** SIGINT asks PostgreSQL for a fast stop; SIGTERM would wait for whoever is still connected. */
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            process.destroy();
            return;
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
