package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The containers' scripts, run as they are beside stand-ins for what they start. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DeploymentScriptsTest {

    @TempDir
    Path folder;

    private Path commands;

    @BeforeEach
    void standIns() throws IOException {
        commands = Files.createDirectory(folder.resolve("commands"));
        // says who it is, so that a signal to the container's first process is known to reach it
        standIn("java", "printf '%s\\n' \"$$\" \"$@\" > \"$FOLDER/java.called\"");
        standIn("weed", "printf '%s\\n' \"$@\" > \"$FOLDER/weed.called\"");
        standIn(
                "docker-entrypoint.sh",
                "printf '%s\\n' \"$POSTGRES_USER\" \"$POSTGRES_PASSWORD\" \"$POSTGRES_DB\" \"$@\" > \"$FOLDER/postgres.called\"");
        // waiting is seen, and takes no time
        standIn("sleep", "echo >> \"$FOLDER/sleep.called\"; exec /bin/sleep 0.02");
    }

    @Test
    void waitsForTheDatabaseAndThenBecomesTheServer() throws Exception {
        try (var database = new ServerSocket()) {
            database.setReuseAddress(true);
            var port = freePort();
            var entrypoint = regatta(Map.of(
                    "DATABASE_URL",
                    "postgresql://u:p%40ss@127.0.0.1:" + port + "/regatta?sslmode=disable",
                    "JAVA_OPTS",
                    "-Xmx1g -Dtwo=2"));
            Awaitility.await("somebody who waits").until(() -> Files.exists(folder.resolve("sleep.called")));
            assertThat(folder.resolve("java.called")).doesNotExist();

            database.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThat(entrypoint.waitFor()).isZero();
            assertThat(called("java"))
                    .startsWith(Long.toString(entrypoint.pid()))
                    .contains("-Djavax.xml.accessExternalSchema=jar:file,file", "-Xmx1g", "-Dtwo=2")
                    .doesNotContain("-XX:AOTCache=regatta.aot")
                    .endsWith("-jar", "regatta.jar", "--an-argument");
        }
    }

    @Test
    void takesTheCacheOfClassesWhereTheImageHasOne() throws Exception {
        Files.createFile(folder.resolve("regatta.aot"));

        assertThat(regatta(Map.of()).waitFor()).isZero();

        assertThat(called("java")).contains("-XX:AOTCache=regatta.aot");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:p@127.0.0.1:1/db, 127.0.0.1:1",
        "postgresql://u:p@127.0.0.1:1?x=1, 127.0.0.1:1",
        "'postgresql://u:p@127.0.0.1:1,other:2/db', 127.0.0.1:1",
        "jdbc:postgresql://u:p@[::1]:1/db, ::1:1"
    })
    void saysWhichDatabaseDidNotAnswerAndStartsNothing(String url, String named) throws Exception {
        var entrypoint = regatta(Map.of("DATABASE_URL", url, "DATABASE_WAIT_SECONDS", "0"));

        assertThat(entrypoint.waitFor()).isEqualTo(1);
        assertThat(said(entrypoint)).contains("The database at " + named + " did not answer for 0 seconds.");
        assertThat(folder.resolve("java.called")).doesNotExist();
    }

    @Test
    void makesTheDatabaseThatItsAddressNames() throws Exception {
        var script = run(
                "postgres.sh",
                Map.of("DATABASE_URL", "postgresql://us%40er:p%3A%2F%25%5Cn@postgres:5432/our-base?schema=app"),
                "-c",
                "shared_buffers=512MB");

        assertThat(script.waitFor()).isZero();
        assertThat(called("postgres"))
                .containsExactly("us@er", "p:/%\\n", "our-base", "postgres", "-c", "shared_buffers=512MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgresql://postgres:5432/db", "postgresql://u@postgres/db", "postgresql://u:p@postgres", ""})
    void makesNoDatabaseOfAnAddressThatLacksSomething(String url) throws Exception {
        var script = run("postgres.sh", Map.of("DATABASE_URL", url));

        assertThat(script.waitFor()).isEqualTo(1);
        assertThat(said(script)).contains("Set DATABASE_URL to postgresql://user:password@postgres:5432/database");
        assertThat(folder.resolve("postgres.called")).doesNotExist();
    }

    @Test
    void givesTheObjectStoreTheKeysThatRegattaHas() throws Exception {
        var script = run(
                "s3.sh",
                Map.of("MINIO_ACCESS_KEY", "regatta", "MINIO_SECRET_KEY", "a\"quote\\n", "TMPDIR", folder.toString()));

        assertThat(script.waitFor()).isZero();
        var keys = folder.resolve("s3.json");
        assertThat(called("weed")).contains("server", "-s3.port=8333", "-s3.config=" + keys);
        assertThat(new ObjectMapper().readTree(keys.toFile()).at("/identities/0/credentials/0"))
                .hasToString("{\"accessKey\":\"regatta\",\"secretKey\":\"a\\\"quote\\\\n\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
    }

    private Process regatta(Map<String, String> variables) throws IOException {
        return run("entrypoint.sh", variables, "--an-argument");
    }

    private Process run(String script, Map<String, String> variables, String... arguments) throws IOException {
        var copy = Files.copy(Path.of("docker", script), folder.resolve(script));
        // by what its first line names, as the image calls it
        var shell = Files.readAllLines(copy).getFirst().substring("#!".length());
        var builder = new ProcessBuilder(shell, copy.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().put("FOLDER", folder.toString());
        builder.environment().put("PATH", commands + ":/usr/bin:/bin");
        return builder.start();
    }

    private List<String> called(String command) throws IOException {
        return Files.readAllLines(folder.resolve(command + ".called"));
    }

    private static String said(Process script) throws IOException {
        return new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void standIn(String command, String does) throws IOException {
        var file = Files.writeString(commands.resolve(command), "#!/bin/bash\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
