package org.regatta.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.regatta.ops.StartRefused;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL 16, the real server, as a child process. Its data is kept and survives a kill of either process: what was
 * committed is on the disk.
 */
final class EmbeddedDatabase implements AutoCloseable, JdbcConnectionDetails {

    private static final String NAME = "regatta";
    private static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server on the folder's data; makes the data where it is missing.
     *
     * @param port 0: any that is free
     * @throws StartRefused if it does not start
     */
    static EmbeddedDatabase start(LocalFolder folder, int port) {
        var data = folder.resolve("database");
        var ready = folder.resolve("database.ready");
        try {
            StaleServer.stop(data);
            if (!Files.exists(ready)) {
                FileSystemUtils.deleteRecursively(data); // a first start that was killed half-way
            }
            var server = builder(folder.resolve("postgresql"), data, port).start();
            createDatabase(server);
            Files.writeString(ready, "The data in database/ is complete.\n");
            return new EmbeddedDatabase(server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(e);
        } catch (IOException | IllegalStateException | SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME + "?reWriteBatchedInserts=true";
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return ""; // it listens on the loopback address and trusts who comes from there
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static EmbeddedPostgres.Builder builder(Path binaries, Path data, int port) throws IOException {
        Files.createDirectories(binaries);
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // Spring closes us after what uses us
                .setPGStartupWait(Duration.ofMinutes(2))
                // the library's defaults are those of a test that throws its data away
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setPort(port);
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'");
            if (!rows.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    private static StartRefused refused(Exception cause) {
        var refused = new StartRefused(
                "The embedded PostgreSQL did not start: " + cause.getMessage(),
                "Look at the lines above. If its data is damaged, delete the folder .regatta and start again: demo data"
                        + " is made anew.");
        refused.initCause(cause);
        return refused;
    }
}
