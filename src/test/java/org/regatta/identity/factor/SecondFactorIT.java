package org.regatta.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An authenticator app from its set-up to its recovery codes, and programs that ask for one. */
@RegattaTest
class SecondFactorIT {

    private static final String PASSWORD = "correct horse battery";
    private static final Pattern SECRET = Pattern.compile("rg-secret\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("<code>([a-z2-7]{4}(-[a-z2-7]{4}){5})</code>");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private String email;
    private UUID personId;
    private Browser browser;

    @BeforeEach
    void aPerson() {
        email = "factor." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Ada Lovelace"));
        people.setPassword(personId, PASSWORD);
        browser = new Browser(port);
    }

    @Test
    void asksForACodeOfTheAppAfterThePasswordOnceEach() throws Exception {
        browser.signIn(email, PASSWORD);
        var secret = secret(browser.get("/second-factor/set-up").body());
        assertThat(send(browser, "/second-factor/set-up", "000000").statusCode())
                .isEqualTo(422);
        var done = send(browser, "/second-factor/set-up", code(secret, 0));
        var recovery = RECOVERY.matcher(done.body());
        assertThat(recovery.find()).as(done.body()).isTrue();
        assertThat(stored()).doesNotContain(secret).doesNotContain(recovery.group(1));

        var again = new Browser(port);
        assertThat(location(again.signIn(email, PASSWORD))).endsWith("/second-factor");
        assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(403);
        assertThat(location(again.get("/inbox"))).isEqualTo("/second-factor");
        assertThat(location(again.get("/second-factor/set-up"))).isEqualTo("/second-factor");
        // the code that set it up was used
        assertThat(send(again, "/second-factor", code(secret, 0)).statusCode()).isEqualTo(422);
        assertThat(location(send(again, "/second-factor", code(secret, 1)))).endsWith("/sign-in/done");
        assertThat(again.get("/api/v1/me").statusCode()).isEqualTo(200);

        var lost = new Browser(port);
        lost.signIn(email, PASSWORD);
        assertThat(location(send(lost, "/second-factor", recovery.group(1).toUpperCase(Locale.ROOT))))
                .endsWith("/sign-in/done");
        var other = new Browser(port);
        other.signIn(email, PASSWORD);
        assertThat(send(other, "/second-factor", recovery.group(1)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void looksAtFiveCodesAndThenAtNone() throws Exception {
        browser.signIn(email, PASSWORD);
        var secret = secret(browser.get("/second-factor/set-up").body());
        send(browser, "/second-factor/set-up", code(secret, 0));
        var guesser = new Browser(port);
        guesser.signIn(email, PASSWORD);

        for (int i = 0; i < 5; i++) {
            assertThat(send(guesser, "/second-factor", "12345" + i).statusCode())
                    .isEqualTo(422);
        }
        assertThat(location(send(guesser, "/second-factor", code(secret, 1)))).endsWith("/second-factor?locked");
        assertThat(guesser.get("/api/v1/me").statusCode()).isEqualTo(403);
    }

    @Test
    void makesAdminsOfAProgramThatAsksForItSetOneUp() throws Exception {
        var scene = new Scene(context);
        browser.signIn(email, PASSWORD);
        people.grant(personId, Role.PROGRAM_ADMIN, scene.programId, null);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        var rule = "/programs/" + scene.programId + "/second-factor";
        var juror = people.ensure(new NewPerson("j." + email, "Juror"));
        people.grant(juror, Role.JURY_MEMBER, scene.programId, null);
        assertThat(new Api(context, juror).put(rule, "{'required':true}").status())
                .isEqualTo(403);

        assertThat(new Api(context, scene.admin).put(rule, "{'required':true}").status())
                .isEqualTo(200);

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(location(browser.signIn(email, PASSWORD))).endsWith("/second-factor/set-up");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(403);
        var secret = secret(browser.get("/second-factor/set-up").body());
        send(browser, "/second-factor/set-up", code(secret, 0));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        var passkey = passkey();
        remove("/security/second-factor/remove");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        remove("/security/passkeys/" + passkey + "/remove");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(location(browser.signIn(email, PASSWORD))).endsWith("/second-factor/set-up");
    }

    @Test
    void letsAnAdministratorForgetTheAppOfWhoeverLostItAndTellsThem() throws Exception {
        var scene = new Scene(context);
        people.grant(personId, Role.JURY_MEMBER, null, scene.competitionId);
        browser.signIn(email, PASSWORD);
        send(
                browser,
                "/second-factor/set-up",
                code(secret(browser.get("/second-factor/set-up").body()), 0));
        var admin = admin(scene.programId);
        assertThat(admin.get("/people/" + personId).body()).contains("The app is lost");
        assertThat(forget(admin(new Scene(context).programId), personId).statusCode())
                .isEqualTo(404);
        assertThat(location(new Browser(port).signIn(email, PASSWORD))).endsWith("/second-factor");

        assertThat(location(forget(admin, personId))).endsWith("/people/" + personId);

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(location(browser.signIn(email, PASSWORD))).doesNotContain("second-factor");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(admin.get("/people/" + personId).body()).doesNotContain("The app is lost");
        browser.get("/second-factor/set-up"); // begun, no code typed yet: there is nothing to be lost
        forget(admin, personId);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from recovery_code where person_id = :id")
                        .param("id", personId)
                        .query(Long.class)
                        .single())
                .isZero();
        Awaitility.await()
                .untilAsserted(() -> assertThat(jdbc.sql("select subject from notification where person_id = :id")
                                .param("id", personId)
                                .query(String.class)
                                .list())
                        .containsExactly("Your authenticator app was removed"));
    }

    private Browser admin(UUID programId) throws Exception {
        var address = "admin." + programId + "@example.org";
        var adminId = people.ensure(new NewPerson(address, "Oona"));
        people.setPassword(adminId, PASSWORD);
        people.grant(adminId, Role.PROGRAM_ADMIN, programId, null);
        var admin = new Browser(port);
        admin.signIn(address, PASSWORD);
        return admin;
    }

    private static HttpResponse<String> forget(Browser admin, UUID personId) throws Exception {
        return admin.post("/people/" + personId + "/forget-app", Map.of("_csrf", admin.csrf("/security")));
    }

    private void remove(String address) throws Exception {
        assertThat(location(browser.post(address, Map.of("_csrf", browser.csrf("/security")))))
                .endsWith("/security");
    }

    private UUID passkey() {
        return jdbc.sql("""
                        insert into passkey (id, person_id, name, credential_id, public_key, signature_count, uv_initialized,
                                             backup_eligible, backup_state, transports, attestation_object, client_data,
                                             created_at)
                        values (gen_random_uuid(), :person, 'Key', uuid_send(gen_random_uuid()), '', 0, true, false, false,
                                '', '', '', now())
                        returning id
                        """).param("person", personId).query(UUID.class).single();
    }

    private String stored() {
        return jdbc.sql("""
                        select (select row_to_json(f)::text from second_factor f where person_id = :id)
                            || (select string_agg(row_to_json(c)::text, ' ') from recovery_code c where person_id = :id)
                        """).param("id", personId).query(String.class).single();
    }

    private static HttpResponse<String> send(Browser browser, String page, String code) throws Exception {
        return browser.post(page, Map.of("code", code, "_csrf", browser.csrf("/sign-in")));
    }

    private static String secret(String page) {
        var found = SECRET.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String code(String key, int steps) {
        return new Authenticator(key).code(steps);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none: " + answer.statusCode());
    }
}
