package org.regatta;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL 16 behind {@link TestDatabase}: a container where a Docker engine answers quickly and has the image,
 * else the embedded server. It ends with the JVM.
 */
record TestServer(String host, int port, String user, String password) {

    private static final String IMAGE = "postgres:16";
    private static final int CONNECTIONS = 300;

    /** The embedded server trusts whoever comes from this machine; that the password gets nowhere is tested. */
    private static final String PASSWORD = "canary-database-password";

    static TestServer start() {
        return hasImage() ? container() : embedded();
    }

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    /** Asking first matters: with an engine but without images Testcontainers hangs. */
    private static boolean hasImage() {
        try {
            var process = new ProcessBuilder("docker", "image", "inspect", IMAGE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no docker command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static TestServer container() {
        var container = new PostgreSQLContainer(IMAGE)
                .withPassword(PASSWORD)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
        container.start();
        return new TestServer(
                container.getHost(), container.getMappedPort(5432), container.getUsername(), container.getPassword());
    }

    private static TestServer embedded() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", String.valueOf(CONNECTIONS))
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    // a hundred databases of a minute's life each would be looked through every minute
                    .setServerConfig("autovacuum_naptime", "10min")
                    .start();
            return new TestServer("localhost", server.getPort(), "postgres", PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }
}
