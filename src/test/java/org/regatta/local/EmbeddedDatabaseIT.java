package org.regatta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.regatta.ops.StartRefused;

class EmbeddedDatabaseIT {

    // PostgreSQL's own files are gone when the test ends; what is left goes with the build
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path temporary;

    @Test
    void writesWhatIsCommittedToTheDiskAndKeepsItOverARestart() throws Exception {
        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(value(database, "show fsync")).isEqualTo("on");
            assertThat(value(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(database, "show full_page_writes")).isEqualTo("on");
            assertThat(value(database, "show server_version")).startsWith("16.");
            execute(database, "create table kept (id int)");
        }
        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(value(database, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void leavesAProcessAloneThatOnlyHasThePidOfAServer() throws Exception {
        var other = new ProcessBuilder("sleep", "60").start();
        try {
            var data = Files.createDirectories(temporary.resolve("database"));
            Files.writeString(data.resolve("postmaster.pid"), other.pid() + "\n" + data + "\n");

            StaleServer.stop(data);

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void beginsAnewAfterAFirstStartThatWasKilled() throws Exception {
        var data = Files.createDirectories(temporary.resolve("database"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");

        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(value(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAFolderThatAnotherRegattaUses() throws IOException {
        try (var folder = LocalFolder.take(temporary)) {
            assertThat(folder.resolve("lock")).exists();
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> LocalFolder.take(temporary))
                    .withMessageContaining("Another Regatta uses the folder")
                    .satisfies(refused -> assertThat(refused.remedy()).contains("REGATTA_LOCAL_FOLDER"));
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address(database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(EmbeddedDatabase database, String sql) throws SQLException {
        return value(address(database), sql);
    }

    private static String value(String address, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String address(EmbeddedDatabase database) {
        return database.getJdbcUrl() + "&user=" + database.getUsername();
    }
}
