package org.regatta.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regatta.identity.Browser;
import org.regatta.identity.Role;

/** What the first command of the README starts, and what is left of it after a power cut. Runs beside the other tests. */
@Execution(ExecutionMode.CONCURRENT)
class OneCommandStartIT {

    private static final Pattern PERSON = Pattern.compile("(?m)^ {4}(\\S+@\\S+) +([A-Z_]+) ");
    private static final Pattern PASSWORD = Pattern.compile("Sign in with the password {2}(\\S+) {2}as");

    private static final Pattern DATABASE = Pattern.compile("Database: +(jdbc:\\S+)");

    // PostgreSQL's own files are gone when the test ends; what is left goes with the build
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private ServerProcess server;

    @BeforeEach
    void theFirstCommand() {
        server = ServerProcess.local(folder, "one-command");
        server.start();
    }

    @AfterEach
    void ends() {
        server.stop();
    }

    @Test
    void hasEverythingEmbeddedSaysWhoMaySignInAndGoesOnAfterAKill() throws Exception {
        await("the start message").until(() -> server.log().contains("Regatta is ready:  " + server.base()));
        var people = PERSON.matcher(server.log()).results().toList();
        assertThat(people).extracting(person -> person.group(2)).containsExactlyInAnyOrder(names());
        var browser = new Browser(server.base().getPort());
        assertThat(browser.get("/api/health").body())
                .contains("\"status\":\"ok\"")
                .contains("\"database\":\"up\",\"objectStore\":\"up\",\"mail\":\"up\"");
        for (MatchResult person : people) {
            assertThat(signedIn(person.group(1))).as(person.group(1)).contains(person.group(1));
        }
        browser.post("/sign-in/send-link", Map.of("username", first(people), "_csrf", browser.csrf("/sign-in")));
        await("the mail").until(() -> browser.get("/local/mails").body().contains(first(people)));

        browser.signIn(first(people), password());
        server.kill();
        server.start();

        assertThat(browser.get("/api/v1/me").body()).contains(first(people));
        var databases = DATABASE.matcher(server.log())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(databases).hasSize(2);
        assertThatExceptionOfType(SQLException.class)
                .as("the server that the killed Regatta left behind")
                .isThrownBy(() -> DriverManager.getConnection(databases.getFirst() + "&user=postgres")
                        .close());
    }

    private String signedIn(String email) throws Exception {
        var browser = new Browser(server.base().getPort());
        browser.signIn(email, password());
        return browser.get("/api/v1/me").body();
    }

    private String password() {
        var found = PASSWORD.matcher(server.log());
        assertThat(found.find()).as("the password in the start message").isTrue();
        return found.group(1);
    }

    private static String first(List<MatchResult> people) {
        return people.getFirst().group(1);
    }

    private static String[] names() {
        return List.of(Role.values()).stream().map(Role::name).toArray(String[]::new);
    }
}
