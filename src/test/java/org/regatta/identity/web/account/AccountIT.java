package org.regatta.identity.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.personal.Erasures;
import org.regatta.identity.personal.OwnData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Everybody's own page: profile, roles, tokens, data. */
@RegattaTest
class AccountIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final Pattern SECRET = Pattern.compile("rgt_[A-Za-z0-9_-]{43}");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private ObjectMapper json;

    @LocalServerPort
    private int port;

    private Scene scene;
    private UUID person;
    private Browser browser;

    @BeforeEach
    void aJurorWhoObservesToo() throws Exception {
        scene = new Scene(context);
        person = scene.person("juror", Role.JURY_MEMBER);
        people.grant(person, Role.OBSERVER, null, scene.competitionId);
        people.setPassword(person, PASSWORD);
        browser = new Browser(port);
        browser.signIn(people.byIds(List.of(person)).get(person).email(), PASSWORD);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void beginsWhereThePrimaryRoleWorks() throws Exception {
        assertThat(browser.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/inbox");

        assertThat(profile("OBSERVER").statusCode()).isEqualTo(302);

        assertThat(browser.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/observe");
        assertThat(browser.get("/api/v1/me").body()).contains("\"primaryRole\":\"OBSERVER\"");
        assertThat(browser.get("/account").body()).contains("href=\"/inbox\"", "href=\"/observe\"");
    }

    @Test
    void readsTheSiteInTheLanguageChosenAndNamesEveryWrongField() throws Exception {
        var wrong = browser.post("/account/profile", fields("name", "", "language", "xx", "zone", "Moon/Crater"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("name", "language", "There is no such time zone.");
        assertThat(browser.post("/account/profile", fields("primaryRole", "SUPER_ADMIN"))
                        .statusCode())
                .isEqualTo(422);

        browser.post("/account/profile", fields("language", "fr", "zone", "Europe/Paris"));

        assertThat(browser.get("/account").body()).contains("Mon compte", "Europe/Paris");
        browser.post("/account/profile", fields("language", "fr", "zone", ""));
        assertThat(browser.get("/account").body())
                .contains(" UTC", "Chaque heure dit son fuseau")
                .doesNotContain("Heures : Europe/Paris");
    }

    @Test
    void readsTheSiteInTheLanguageChosenOnEveryDeviceAndInTheBrowsersUntilThen() throws Exception {
        var email = people.byIds(List.of(person)).get(person).email();
        var french = new String[] {"Accept-Language", "fr"};
        var phone = new Browser(port);
        phone.signIn(email, PASSWORD);
        assertThat(phone.get("/account", french).body()).contains("Mon compte");

        browser.post("/account/profile", fields("language", "en", "zone", "UTC"));

        var tablet = new Browser(port);
        tablet.signIn(email, PASSWORD);
        assertThat(tablet.get("/account", french).body()).contains("My account");
    }

    @Test
    void givesUpAnOwnRole() throws Exception {
        var grant = scene.rows()
                .sql("select id from role_grant where person_id = ? and role = 'OBSERVER'")
                .param(person)
                .query(UUID.class)
                .single();

        browser.post("/account/roles/" + grant + "/withdraw", fields());

        assertThat(browser.get("/api/v1/me").body()).doesNotContain("OBSERVER");
    }

    @Test
    void makesTokensThatOnlyReadAndShowsTheirSecretOnce() throws Exception {
        var made = browser.post("/account/tokens", fields("name", "dashboard", "scope", "READ", "days", "30"));
        var found = SECRET.matcher(made.body());
        assertThat(found.find()).isTrue();
        var bearer = "Bearer " + found.group();
        var program = new Browser(port);

        assertThat(program.get("/api/v1/me", "Authorization", bearer).statusCode())
                .isEqualTo(200);
        var refused = program.json("POST", "/api/v1/tokens", "{\"name\":\"more\"}", "Authorization", bearer);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("tokenReadsOnly");
        assertThat(program.json("DELETE", "/api/v1/tokens/" + UUID.randomUUID(), "", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(scene.rows()
                        .sql("""
                                select count(*) from audit_entry where type = 'identity.attemptDenied'
                                   and actor_id = :person and details ->> 'code' = 'tokenReadsOnly'""")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        var list = browser.get("/account/tokens").body();
        assertThat(list).contains("dashboard").doesNotContainPattern(SECRET);
    }

    @Test
    void keepsWhatWasTypedBesideWhatIsWrongWithIt() throws Exception {
        var token = browser.post("/account/tokens", fields("name", "bell\u0007", "scope", "WRITE", "days", "365"));
        assertThat(token.statusCode()).isEqualTo(422);
        assertThat(token.body())
                .contains("bell", "value=\"WRITE\" selected=\"selected\"", "value=\"365\" selected=\"selected\"")
                .doesNotContain("value=\"90\" selected");

        var year = browser.post("/account/tokens", fields("name", "bell", "scope", "ADMINISTER", "days", "365"));
        assertThat(year.statusCode()).isEqualTo(422);
        assertThat(year.body()).contains("A token to administer works for 90 days at most.");
        assertThat(browser.post("/account/tokens", fields("name", "bell", "scope", "ADMINISTER", "days", "90"))
                        .body())
                .containsPattern(SECRET);

        var wish = browser.post("/account/erasure", fields("reason", "because ".repeat(200)));
        assertThat(wish.statusCode()).isEqualTo(422);
        assertThat(wish.body()).contains("id=\"why-says\"", "The text is too long.", "because because");

        browser.post("/account/erasure", fields("reason", "Enough"));
        people.setPassword(scene.admin, PASSWORD);
        var admins = new Browser(port);
        admins.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
        var answer = admins.post(
                "/people/" + person + "/keep",
                Map.of("answer", "not yet ".repeat(200), "_csrf", admins.csrf("/account")));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"answer-says\"", "The text is too long.", "not yet not yet");
    }

    @Test
    void handsOutEverythingHeldAboutThePersonAndNothingAboutOthers() throws Exception {
        var stranger = scene.person("stranger", Role.JURY_MEMBER);
        Acting.as(person);
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(
                new ByteArrayInputStream(context.getBean(OwnData.class).export()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(parts.keySet())
                .contains(
                        "account.json",
                        "project.json",
                        "jury.json",
                        "evaluation.json",
                        "deliberation.json",
                        "notification.json",
                        "workflow.json",
                        "imports.json",
                        "ranking.json");
        var account = json.readTree(parts.get("account.json"));
        assertThat(account.path("person").get(0).path("name").asText()).isEqualTo("juror");
        assertThat(account.path("roles")).hasSize(2);
        var session = json.readTree(parts.get("sessions.json")).path("sessions").path(0);
        assertThat(session.path("agent").asText()).startsWith("Java-http-client");
        assertThat(session.path("address").asText()).isEqualTo("127.0.0.1");
        var acts = json.readTree(parts.get("audit.json")).path("acts");
        assertThat(acts.findValuesAsText("type")).contains("identity.signedIn");
        assertThat(parts.get("audit.json")).contains("Java-http-client", "127.0.0.1");
        assertThat(String.join("", parts.values()))
                .doesNotContain(
                        "{bcrypt}",
                        people.byIds(List.of(stranger)).get(stranger).email());
        var answer = browser.post("/account/data", fields());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void asksToBeForgottenAndStaysAfterAll() throws Exception {
        browser.post("/account/erasure", fields("reason", "Enough"));
        assertThat(browser.get("/account").body()).contains("You asked to be forgotten");

        browser.post("/account/erasure/withdraw", fields());
        assertThat(browser.get("/account").body()).doesNotContain("You asked to be forgotten");

        browser.post("/account/erasure", fields("reason", "Really"));
        Acting.as(scene.admin);
        context.getBean(Erasures.class).decline(person, "The appeal runs until May.");
        assertThat(browser.get("/account").body()).contains("The appeal runs until May.");
    }

    private HttpResponse<String> profile(String role) throws Exception {
        return browser.post("/account/profile", fields("primaryRole", role));
    }

    /** The form as it stands, with these fields in place of its own. */
    private Map<String, String> fields(String... changed) throws Exception {
        var fields = new HashMap<>(Map.of("name", "juror", "language", "en", "zone", "UTC", "primaryRole", ""));
        for (int at = 0; at < changed.length; at += 2) {
            fields.put(changed[at], changed[at + 1]);
        }
        fields.put("_csrf", browser.csrf("/account"));
        return fields;
    }
}
