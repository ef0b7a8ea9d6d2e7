package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegattaTest
class SignInIT {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private String email;
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void aPerson() {
        email = "ada." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Lovelace"));
        people.setPassword(personId, PASSWORD);
        people.grant(personId, Role.PROGRAM_ADMIN, null, null);
        browser = new Browser(port);
    }

    @Test
    void signsInWithTheRightPasswordWhateverTheCaseOfTheAddress() throws Exception {
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);

        var answer = browser.signIn(email.toUpperCase(Locale.ROOT), PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).isEqualTo("/");
        assertThat(browser.get("/api/v1/me").body()).contains(email).contains("PROGRAM_ADMIN");
    }

    @Test
    void refusesWrongPasswordsUnknownAddressesAndDisabledAccountsAlike() throws Exception {
        var noPassword = people.ensure(new NewPerson("no." + email, "No Password"));
        var disabled = people.ensure(new NewPerson("off." + email, "Disabled"));
        people.setPassword(disabled, PASSWORD);
        jdbc.sql("update person set enabled = false where id = :id")
                .param("id", disabled)
                .update();
        assertThat(noPassword).isNotEqualTo(disabled);

        for (var attempt : List.of(
                List.of(email, "wrong horse battery"),
                List.of("nobody." + email, PASSWORD),
                List.of("no." + email, PASSWORD),
                List.of("off." + email, PASSWORD),
                List.of(email + "\0", "x".repeat(10_000)),
                List.of(email, ""))) {
            var answer = browser.signIn(attempt.get(0), attempt.get(1));

            assertThat(answer.statusCode()).as(attempt.get(0)).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?error");
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void takesTheSameTimeForKnownAndUnknownAddresses() throws Exception {
        var token = browser.csrf("/sign-in");
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int i = 0; i < 15; i++) {
            jdbc.sql("delete from sign_in_lock").update();
            known.add(timeOf(email, token));
            unknown.add(timeOf("nobody." + email, token));
        }

        // a path that skips the hash would be faster by a factor of ten and more
        assertThat(median(unknown)).isBetween(median(known) / 2, median(known) * 2);
    }

    @Test
    void comesBackToThePageThatWasWantedAndNowhereElse() throws Exception {
        var refused = browser.get("/competitions?page=2");
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location")).hasValue("/sign-in");

        var answer = browser.signIn(email, PASSWORD);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).isEqualTo("/competitions?page=2");
    }

    @Test
    void sendsHtmxToTheSignInPageAndBackToThePageThatAsked() throws Exception {
        var refused = browser.get(
                "/inbox", "HX-Request", "true", "HX-Current-URL", "http://localhost:" + port + "/inbox?state=open");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("HX-Redirect")).hasValue("/sign-in");
        assertThat(browser.signIn(email, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .isEqualTo("/inbox?state=open");
    }

    @Test
    void comesBackToThePageOfAFormWhoseSessionHadEnded() throws Exception {
        browser.signIn(email, PASSWORD);
        var form = Map.of("name", "robot", "_csrf", browser.csrf("/security"));
        jdbc.sql("delete from spring_session where principal_name = :id")
                .param("id", personId.toString())
                .update();
        var page = "http://localhost:" + port + "/account/tokens?from=mail";

        var refused = browser.post("/account/tokens", form, "Referer", page);
        assertThat(refused.statusCode()).isEqualTo(303);
        assertThat(refused.headers().firstValue("Location")).hasValue("/sign-in");
        var fragment = browser.post("/account/tokens", form, "HX-Request", "true", "HX-Current-URL", page);
        assertThat(fragment.headers().firstValue("HX-Redirect")).hasValue("/sign-in");

        assertThat(browser.signIn(email, PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .isEqualTo("/account/tokens?from=mail");
    }

    @Test
    void makesANewSessionAtSignInAndEndsItAtSignOut() throws Exception {
        browser.get("/sign-in");
        var before = browser.cookie("REGATTA");
        browser.signIn(email, PASSWORD);
        var session = browser.cookie("REGATTA");
        assertThat(session).isNotNull().isNotEqualTo(before);
        assertThat(sessionsOf(personId)).isEqualTo(1);

        var out = browser.post("/sign-out", Map.of("_csrf", browser.csrf("/sign-in")));

        assertThat(out.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?signedOut");
        assertThat(sessionsOf(personId)).isZero();
        assertThat(new Browser(port)
                        .get("/api/v1/me", "Cookie", "REGATTA=" + session)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void tellsTheBrowserToForgetItsPagesAtSignOut() throws Exception {
        browser.signIn(email, PASSWORD);

        var out = browser.post("/sign-out", Map.of("_csrf", browser.csrf("/sign-in")), "X-Forwarded-Proto", "https");

        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
    }

    @Test
    void takesNoSessionWhoseIdWasReadInTheDatabase() throws Exception {
        browser.signIn(email, PASSWORD);
        var id = jdbc.sql("select session_id from spring_session where principal_name = :name")
                .param("name", personId.toString())
                .query(String.class)
                .single();
        var cookie = new String(Base64.getDecoder().decode(browser.cookie("REGATTA")), StandardCharsets.UTF_8);
        assertThat(cookie).startsWith(id + ".");

        for (var forged : List.of(id, id + ".", id + "." + "A".repeat(43), cookie + "A", "." + cookie)) {
            var encoded = Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            assertThat(new Browser(port)
                            .get("/api/v1/me", "Cookie", "REGATTA=" + encoded)
                            .statusCode())
                    .as(forged)
                    .isEqualTo(401);
        }
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesSessionRequestsWithoutCsrfToken() throws Exception {
        browser.signIn(email, PASSWORD);

        var api = browser.json("POST", "/api/v1/tokens", "{\"name\":\"stolen\"}");
        var out = browser.post("/sign-out", Map.of());

        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("csrfTokenMissing");
        assertThat(out.statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void takesSessionRequestsWithCsrfToken() throws Exception {
        browser.signIn(email, PASSWORD);

        var made =
                browser.json("POST", "/api/v1/tokens", "{\"name\":\"mine\"}", "X-CSRF-TOKEN", browser.csrf("/sign-in"));

        assertThat(made.statusCode()).isEqualTo(201);
    }

    @Test
    void losesAccessOnTheNextRequestWhenDisabledOrStrippedOfARole() throws Exception {
        browser.signIn(email, PASSWORD);
        jdbc.sql("delete from role_grant where person_id = :id")
                .param("id", personId)
                .update();
        assertThat(browser.get("/api/v1/me").body()).contains("\"roles\":[]");

        jdbc.sql("update person set enabled = false where id = :id")
                .param("id", personId)
                .update();
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() throws Exception {
        var headers = browser.get("/sign-in").headers();

        assertThat(headers.firstValue("X-Request-Id")).isPresent();
        assertThat(headers.allValues("Set-Cookie").toString())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    private long sessionsOf(UUID person) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :name")
                .param("name", person.toString())
                .query(Long.class)
                .single();
    }

    private long timeOf(String address, String token) throws Exception {
        var start = System.nanoTime();
        browser.post("/sign-in", Map.of("username", address, "password", "wrong horse battery", "_csrf", token));
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
