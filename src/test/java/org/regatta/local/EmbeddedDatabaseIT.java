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
    void keepsWhatWasCommittedOverARestart() throws Exception {
        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "create table kept (id int)");
        }
        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(value(database, "select count(*) from kept")).isEqualTo("0");
        }
    }

    @Test
    void stopsTheServerThatAKilledRegattaLeftBehindAndKeepsItsData() throws Exception {
        var address = killedRegatta();
        assertThat(value(address, "select id from kept")).isEqualTo("7"); // its server is alive

        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(value(database, "select id from kept")).isEqualTo("7");
            assertThat(database.getJdbcUrl()).isNotEqualTo(address);
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> value(address, "select 1"));
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
    void writesWhatIsCommittedToTheDisk() throws Exception {
        try (var folder = LocalFolder.take(temporary);
                var database = EmbeddedDatabase.start(folder, 0)) {
            assertThat(value(database, "show fsync")).isEqualTo("on");
            assertThat(value(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(database, "show full_page_writes")).isEqualTo("on");
            assertThat(value(database, "show server_version")).startsWith("16.");
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

    /** What another process does that is killed while its database runs; gives the database's address. */
    private String killedRegatta() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = temporary.resolve("output");
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        temporary.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(Killed.EXIT);
        return Files.readString(temporary.resolve("address"));
    }

    /** Starts a database, writes to it, and ends as a kill does: without a goodbye. */
    static final class Killed {

        static final int EXIT = 137;

        public static void main(String[] arguments) throws Exception {
            var temporary = Path.of(arguments[0]);
            var database = EmbeddedDatabase.start(LocalFolder.take(temporary), 0);
            execute(database, "create table kept as select 7 as id");
            Files.writeString(temporary.resolve("address"), address(database));
            Runtime.getRuntime().halt(EXIT);
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
