package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.LetterDue;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.Sealing;
import org.regatta.identity.factor.Authenticator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every kind of secret goes through the application as a canary, by doors that open and by doors that do not; none is
 * heard of again: not in the log, in no refusal, in no text form of a setting, in no row of the database.
 */
@RegattaTest
class CanaryIT {

    private static final Pattern TOTP = Pattern.compile("rg-secret\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7]{4}(-[a-z2-7]{4}){5})</code>");
    private static final List<String> CONFIGURED =
            List.of("regatta.secret", "regatta.file.secret-key", "spring.datasource.password");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private Sealing sealing;

    @Autowired
    private JdbcClient jdbc;

    private final Canaries canaries = new Canaries();
    private final List<String> refusals = new ArrayList<>();
    private final String mark = UUID.randomUUID().toString();
    private final String email = "canary." + mark + "@example.org";
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void somebodyWithAPassword() {
        personId = people.ensure(new NewPerson(email, "Ada " + mark));
        people.setPassword(personId, password("first"));
        people.grant(personId, Role.SUPER_ADMIN, null, null);
        browser = new Browser(port);
        CONFIGURED.forEach(name -> canaries.keep(name, context.getEnvironment().getRequiredProperty(name)));
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void noSecretIsHeardOfAgain() throws Exception {
        try (var log = new HeardLog()) {
            for (var step : List.<Step>of(
                    this::typesPasswords,
                    this::followsALink,
                    this::setsUpASecondFactor,
                    this::makesAToken,
                    this::invitesSomebody,
                    this::asksForOddThings)) {
                step.take();
                assertThat(canaries.in(jdbc, List.of("spring_session_attributes")))
                        .as("kept in a session")
                        .isEmpty();
            }
            browser.post("/sign-out", Map.of("_csrf", browser.csrf("/sign-in")));
            awaitListeners();

            assertThat(canaries.count()).isGreaterThan(20);
            assertThat(log.text()).contains("org.regatta");
            assertThat(canaries.in(log.text())).as("logged").isEmpty();
        }
        assertThat(refusals).hasSizeGreaterThan(15);
        assertThat(refusals).allSatisfy(body -> assertThat(canaries.in(body)).isEmpty());
        assertThat(canaries.in(jdbc)).as("stored").isEmpty();
    }

    @Test
    void noSettingShowsItsSecretsAsText() {
        var settings = context.getBeansWithAnnotation(ConfigurationProperties.class);
        assertThat(settings).hasSizeGreaterThan(10);
        settings.forEach((name, setting) ->
                assertThat(canaries.in(String.valueOf(setting))).as(name).isEmpty());
    }

    /** What this class finds nothing with would find something. */
    @Test
    void findsWhatIsStoredAsTextAndAsBytes() throws Exception {
        signIn("first");
        var known = new Canaries();
        known.keep("address", email);

        assertThat(known.in(jdbc)).contains("person: address", "spring_session_attributes: address");
    }

    private interface Step {
        void take() throws Exception;
    }

    private void typesPasswords() throws Exception {
        browser.signIn(email, password("wrong"));
        browser.signIn(password("in the wrong field"), password("of nobody"));
        browser.post(
                "/sign-in/send-link",
                Map.of("username", password("to send a link to"), "_csrf", browser.csrf("/sign-in")));
        signIn("first");
        browser.signIn(email, password("wrong while signed in"));
        for (var chosen : List.of("short", "x".repeat(200), email, password("second"))) {
            refused(browser.post("/set-password", Map.of("password", chosen, "_csrf", browser.csrf("/sign-in"))));
        }
        refused(browser.post("/set-password", Map.of("password", password("without a CSRF token"))));
        var first = Map.of("token", secret(43), "email", "x", "name", "x", "password", password("of the first"));
        refused(new Browser(port).post("/set-up", first));
        refused(new Browser(port).get("/set-up?token=" + canaries.keep("forged set-up token", secret(43))));
        browser = new Browser(port);
        signIn("second");
    }

    private void followsALink() throws Exception {
        var guest = new Browser(port);
        guest.post("/sign-in/send-link", Map.of("username", email, "_csrf", guest.csrf("/sign-in")));
        var token = tokenMailed(personId, "/sign-in/link");
        guest.get("/sign-in/link?token=" + token);
        for (var shown : List.of(token, token, canaries.keep("forged link", secret(43)))) {
            refused(guest.post("/sign-in/link", Map.of("token", shown, "_csrf", guest.csrf("/sign-in"))));
        }
        keepSession(guest, "by link");
    }

    private void setsUpASecondFactor() throws Exception {
        var page = browser.get("/second-factor/set-up").body();
        var key = TOTP.matcher(page);
        assertThat(key.find()).isTrue();
        var app = new Authenticator(canaries.keep("TOTP secret", key.group(1)));
        // shows the key once more, to whom it is being set up for
        assertThat(canaries.in(
                        code("/second-factor/set-up", password("as a code")).body()))
                .containsExactly("TOTP secret");
        var codes = RECOVERY.matcher(code("/second-factor/set-up", app.code(0)).body());
        for (int i = 0; codes.find(); i++) {
            canaries.keep("recovery code " + i, codes.group(1));
        }
        browser = new Browser(port);
        signIn("second");
        refused(code("/second-factor", password("as a second factor")));
        code("/second-factor", app.code(1));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    private void makesAToken() throws Exception {
        var csrf = browser.csrf("/sign-in");
        var made = browser.json("POST", "/api/v1/tokens", "{\"name\":\"mine\"}", "X-CSRF-TOKEN", csrf);
        var token = canaries.keep("API token", made.body().replaceAll(".*\"secret\":\"([^\"]+)\".*", "$1"));
        var forged = canaries.keep("forged API token", "rgt_" + secret(43));
        refused(browser.json(
                "POST", "/api/v1/tokens", "{\"name\":\"x\"}", "X-CSRF-TOKEN", csrf, "Idempotency-Key", mark));
        for (var shown : List.of(token, forged, password("as a token"))) {
            for (var path : List.of("/api/v1/me", "/api/v1/nothing", "/api/v1/people/" + mark, "/inbox")) {
                refused(new Browser(port).get(path, "Authorization", "Bearer " + shown));
            }
        }
    }

    private void invitesSomebody() throws Exception {
        var guest = "guest." + email;
        var list = "{\"people\":[{\"email\":\"" + guest + "\"}],\"role\":\"OBSERVER\"}";
        var csrf = browser.csrf("/sign-in");
        assertThat(browser.json("POST", "/api/v1/invitations", list, "X-CSRF-TOKEN", csrf)
                        .statusCode())
                .isEqualTo(201);
        var invited = people.ensure(new NewPerson(guest, "Guest"));
        var token = tokenMailed(invited, "/invitation");
        var accepting = new Browser(port);
        for (int i = 0; i < 2; i++) {
            refused(accepting.post("/invitation", Map.of("token", token, "_csrf", accepting.csrf("/sign-in"))));
        }
        keepSession(accepting, "by invitation");
    }

    private void asksForOddThings() throws Exception {
        var csrf = browser.csrf("/sign-in");
        var typed = password("in JSON");
        for (var body : List.of(
                "{\"name\":\"" + typed + "\"",
                "{\"name\":\"x\",\"secret\":\"" + typed + "\"}",
                "\"" + typed + "\"",
                "{\"name\":\"x\",\"scope\":\"" + typed + "\"}",
                "{\"name\":\"x\",\"expiresAt\":\"" + typed + "\"}")) {
            refused(browser.json("POST", "/api/v1/tokens", body, "X-CSRF-TOKEN", csrf));
        }
        refused(browser.json("POST", "/api/v1/tokens", "{}", "X-CSRF-TOKEN", password("as a CSRF token")));
        refused(browser.json("PATCH", "/api/v1/me", "{\"password\":\"" + typed + "\"}", "X-CSRF-TOKEN", csrf));
        refused(new Browser(port).get("/inbox", "Cookie", "REGATTA=" + canaries.keep("forged session", secret(48))));
    }

    private void signIn(String which) throws Exception {
        browser.signIn(email, password(which));
        keepSession(browser, which);
    }

    private void keepSession(Browser of, String which) {
        var cookie = canaries.keep("session cookie " + which, of.cookie("REGATTA"));
        canaries.keep("session " + which, new String(Base64.getDecoder().decode(cookie), StandardCharsets.UTF_8));
    }

    private HttpResponse<String> code(String page, String code) throws Exception {
        return browser.post(page, Map.of("code", code, "_csrf", browser.csrf("/sign-in")));
    }

    /** Keeps what a refused request was answered. */
    private void refused(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            refusals.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
        }
    }

    private String password(String which) {
        return canaries.keep("password " + which, "canary " + which + " " + mark.substring(0, 8));
    }

    private static String secret(int length) {
        return (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, length);
    }

    private String tokenMailed(UUID to, String page) {
        var links = Awaitility.await()
                .until(
                        () -> jdbc
                                .sql("select sealed_link from notification where person_id = :id and sealed_link > ''")
                                .param("id", to)
                                .query(String.class)
                                .list()
                                .stream()
                                .map(hidden -> sealing.open(LetterDue.LINK, hidden))
                                .filter(link -> link.contains(page + "?"))
                                .toList(),
                        found -> !found.isEmpty());
        var link = links.getFirst();
        return canaries.keep("link to " + page, link.substring(link.indexOf('=') + 1));
    }

    /** What listeners are still to hear stands in the database until they have heard it. */
    private void awaitListeners() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                canaries.in(jdbc.sql("select string_agg(p::text, ' ') from event_publication p")
                                        .query(String.class)
                                        .optional()
                                        .orElse("")))
                        .isEmpty());
    }
}
