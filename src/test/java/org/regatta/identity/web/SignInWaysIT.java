package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.limit.Lockouts;
import org.regatta.identity.password.Passwords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.SerializationUtils;

/** Lockouts, first passwords and fresh sign-ins over real HTTP. */
@RegattaTest
class SignInWaysIT {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Passwords passwords;

    @Autowired
    Lockouts lockouts;

    @Autowired
    JdbcClient jdbc;

    private String email;
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void aPerson() {
        email = "way." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Lovelace"));
        people.setPassword(personId, PASSWORD);
        people.grant(personId, Role.OBSERVER, null, null);
        browser = new Browser(port);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void locksAnAccountAfterFiveFailuresTellsItsPersonAndLetsAnAdministratorLiftIt() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(location(browser.signIn(email, "wrong horse battery"))).endsWith("/sign-in?error");
        }
        assertThat(location(browser.signIn(email, PASSWORD))).endsWith("/sign-in?locked");
        assertThat(browser.get("/sign-in?locked").body()).contains("link by mail works");
        assertThat(entries("identity.signInFailed")).isEqualTo(5);
        assertThat(entries("identity.accountLocked")).isEqualTo(1);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(letters("Too many sign-ins failed")).isEqualTo(1));

        Acting.as(personId);
        assertThatThrownBy(() -> lockouts.lift(personId)).isInstanceOf(ActionForbidden.class);
        Acting.as(admin());
        lockouts.lift(personId);

        assertThat(location(browser.signIn(email, PASSWORD))).isEqualTo("/");
        assertThat(entries("identity.lockoutLifted")).isEqualTo(1);
    }

    @Test
    void showsNothingButThePasswordPageUntilAFirstPasswordIsSet() throws Exception {
        browser.signIn(email, PASSWORD);
        passwords.require(personId);
        assertThat(browser.get("/api/v1/me").body()).contains("\"mustSetPassword\":true");
        assertThat(location(browser.signIn(email, PASSWORD))).endsWith("/set-password");

        for (var page : List.of("/", "/inbox", "/security", "/competitions", "/no/such/page")) {
            assertThat(location(browser.get(page))).as(page).isEqualTo("/set-password");
        }
        var api = browser.get("/api/v1/me");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("signInUnfinished");
        assertThat(browser.get("/inbox", "HX-Request", "true").headers().firstValue("HX-Redirect"))
                .hasValue("/set-password");

        assertThat(setPassword("short").statusCode()).isEqualTo(422);
        assertThat(setPassword(email).statusCode()).isEqualTo(422);
        assertThat(location(setPassword("another horse battery"))).endsWith("/sign-in/done");

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(location(new Browser(port).signIn(email, "another horse battery")))
                .isEqualTo("/");
    }

    @Test
    void asksWhoSignedInTenMinutesAgoToConfirmAndLeadsBack() throws Exception {
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/set-password").statusCode()).isEqualTo(200);
        var token = browser.csrf("/set-password");
        stale();

        assertThat(location(browser.get("/set-password"))).isEqualTo("/confirm-sign-in");
        var api = browser.json("POST", "/api/v1/tokens", "{\"name\":\"late\"}", "X-CSRF-TOKEN", token);
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("signInNotFresh");
        var confirm = browser.get("/confirm-sign-in");
        assertThat(confirm.body()).contains(email);

        browser.post(
                "/sign-in", Map.of("username", email, "password", PASSWORD, "_csrf", browser.csrf("/confirm-sign-in")));

        assertThat(browser.get("/set-password").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsWhatWasSentTooLateUntilItsSenderHasConfirmedAndNobodyElse() throws Exception {
        browser.signIn(email, PASSWORD);
        var token = browser.csrf("/account/tokens");
        var typed = Map.of("name", "Nightly <b>export</b>", "scope", "READ", "days", "30", "_csrf", token);
        stale();
        assertThat(location(browser.post("/account/tokens", typed))).isEqualTo("/confirm-sign-in");
        assertThat(browser.post("/set-password", Map.of("password", "typed too late 2026", "_csrf", token))
                        .statusCode())
                .isEqualTo(303);

        assertThat(location(confirm(email))).isEqualTo("/go-on");
        var page = browser.get("/go-on").body();
        assertThat(page)
                .contains("action=\"/account/tokens\"", "value=\"Nightly &lt;b&gt;export&lt;/b&gt;\"", "value=\"30\"")
                .doesNotContain("typed too late");
        assertThat(browser.get("/api/v1/tokens").body()).doesNotContain("Nightly");
        assertThat(browser.get("/go-on").body()).as("loaded again").contains("value=\"30\"");
        assertThat(browser.post("/account/tokens", again(typed)).statusCode()).isEqualTo(200);
        assertThat(location(browser.get("/go-on"))).endsWith("/");

        stale();
        browser.post("/account/tokens", typed);
        var other = people.ensure(new NewPerson("other." + email, "Other"));
        people.setPassword(other, PASSWORD);
        confirm("other." + email);
        assertThat(browser.get("/go-on").statusCode()).isEqualTo(302);
    }

    private Map<String, String> again(Map<String, String> typed) throws Exception {
        var form = new HashMap<>(typed);
        form.put("_csrf", browser.csrf("/go-on"));
        return form;
    }

    private HttpResponse<String> confirm(String address) throws Exception {
        return browser.post(
                "/sign-in",
                Map.of("username", address, "password", PASSWORD, "_csrf", browser.csrf("/confirm-sign-in")));
    }

    private void stale() {
        // what a session notes is serialised: an old moment in its place
        var bytes = SerializationUtils.serialize(Instant.EPOCH);
        jdbc.sql("""
                        update spring_session_attributes a set attribute_bytes = :bytes
                          from spring_session s
                         where s.primary_id = a.session_primary_id and s.principal_name = :person
                           and a.attribute_name = 'regatta.signedInAt'
                        """).param("bytes", bytes).param("person", personId.toString()).update();
    }

    private long letters(String subject) {
        return jdbc.sql("select count(*) from notification where person_id = :id and subject = :subject")
                .param("id", personId)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private long entries(String type) {
        return jdbc.sql("select count(*) from audit_entry where type = :type and subject = :subject")
                .param("type", type)
                .param("subject", personId.toString())
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> setPassword(String password) throws Exception {
        return browser.post("/set-password", Map.of("password", password, "_csrf", browser.csrf("/set-password")));
    }

    private UUID admin() {
        var admin = people.ensure(new NewPerson("admin." + email, "Admin"));
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        return admin;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
