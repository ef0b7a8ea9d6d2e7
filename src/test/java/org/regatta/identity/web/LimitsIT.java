package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Small limits, asked over HTTP: what is asked for too often is refused with the time to wait, and told once. */
@RegattaTest
@DirtiesContext
@TestPropertySource(
        properties = {
            "regatta.limits.sign-in.count=12",
            "regatta.limits.api.count=12",
            "regatta.limits.upload.count=3",
            "regatta.limits.invite.count=3",
            "regatta.limits.passkey.count=3",
            "regatta.limits.bad-token.count=4",
            "regatta.lockout.per-address=4"
        })
class LimitsIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final int SIGN_IN = 12;

    private static int addresses;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private Scene scene;
    private String address;

    @BeforeEach
    void aPlaceOfTheirOwn() {
        scene = new Scene(context);
        address = "203.0.113." + ++addresses;
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in/link", "/invitation", "/set-up"})
    void refusesTheDoorsToWhoeverKnocksTooOften(String door) throws Exception {
        var browser = new Browser(port);
        var token = browser.csrf("/sign-in");
        var form = Map.of(
                "token",
                "wrong",
                "username",
                "nobody@" + address,
                "password",
                "wrong",
                "email",
                "x",
                "name",
                "x",
                "_csrf",
                token);

        for (int i = 0; i < SIGN_IN; i++) {
            assertThat(browser.post(door, form, "X-Forwarded-For", address).statusCode())
                    .isNotEqualTo(429);
        }

        assertRefused(browser.post(door, form, "X-Forwarded-For", address));
        assertThat(browser.post(door, form, "X-Forwarded-For", "198.51.100." + addresses)
                        .statusCode())
                .isNotEqualTo(429);
    }

    @Test
    void refusesCodesToWhoeverTriesTooMany() throws Exception {
        var browser = new Browser(port);
        browser.signIn(email(), PASSWORD, "X-Forwarded-For", "198.51.100.200");
        var form = Map.of("code", "123456", "_csrf", browser.csrf("/security"));

        for (int i = 0; i < SIGN_IN; i++) {
            assertThat(browser.post("/second-factor", form, "X-Forwarded-For", address)
                            .statusCode())
                    .isNotEqualTo(429);
        }

        assertRefused(browser.post("/second-factor", form, "X-Forwarded-For", address));
    }

    @Test
    void refusesTheApiToAPersonWhoAsksTooMuch() throws Exception {
        var program = new Browser(port);
        var secret =
                scene.bean(ApiTokens.class).issue(scene.admin, "busy", null).secret();
        HttpResponse<String> answer = null;
        for (int i = 0; i <= 12; i++) {
            answer = program.get("/api/v1/me", "Authorization", "Bearer " + secret);
        }

        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/projects/{id}/files", "/invitations/preview", "/invitations", "/people/{id}/invitation/resend"
            })
    void refusesUploadsAndInvitationsToAPersonWhoSendsTooMany(String path) throws Exception {
        var program = new Browser(port);
        var person = scene.person("busy");
        var bearer = "Bearer "
                + scene.bean(ApiTokens.class).issue(person, "busy", null).secret();
        HttpResponse<String> answer = null;
        for (int i = 0; i <= 3; i++) {
            assertThat(answer == null ? 0 : answer.statusCode()).isNotEqualTo(429);
            answer = program.json(
                    "POST",
                    "/api/v1" + path.replace("{id}", UUID.randomUUID().toString()),
                    "{}",
                    "Authorization",
                    bearer);
        }

        assertRefused(answer);
    }

    @Test
    void refusesChallengesForPasskeysToAnAddressThatAsksForTooMany() throws Exception {
        var browser = new Browser(port);
        var token = browser.csrf("/sign-in");
        HttpResponse<String> answer = null;
        for (int i = 0; i <= 3; i++) {
            assertThat(answer == null ? 200 : answer.statusCode()).isEqualTo(200);
            answer = browser.json(
                    "POST", "/webauthn/authenticate/options", "{}", "X-CSRF-TOKEN", token, "X-Forwarded-For", address);
        }

        assertRefused(answer);
    }

    @Test
    void refusesForgedTokensFromOneAddressAndTakesGoodOnesFromThere() throws Exception {
        var program = new Browser(port);
        var secret =
                scene.bean(ApiTokens.class).issue(scene.admin, "good", null).secret();
        for (int i = 0; i < 4; i++) {
            assertThat(api(program, "rgt_" + "x".repeat(42) + i).statusCode()).isEqualTo(401);
        }

        for (int i = 0; i < 10; i++) {
            assertRefused(api(program, "rgt_" + "y".repeat(42) + i));
        }
        assertThat(api(program, secret).statusCode()).isEqualTo(200);
        assertThat(told("identity.signInFailed", "API_TOKEN")).isEqualTo(4);
    }

    @Test
    void tellsOnceThatAnAddressIsLockedAndOnceThatItGoesOnTrying() throws Exception {
        var browser = new Browser(port);
        var token = browser.csrf("/sign-in");
        for (int i = 0; i < 9; i++) {
            var form = Map.of("username", i + "@" + address + ".example", "password", "wrong", "_csrf", token);
            browser.post("/sign-in", form, "X-Forwarded-For", address);
        }

        assertThat(told("identity.signInFailed", "PASSWORD")).isEqualTo(4);
        assertThat(told("identity.addressLocked", "")).isOne();
        assertThat(told("identity.signInsRefused", "ADDRESS")).isOne();
    }

    private HttpResponse<String> api(Browser program, String secret) throws Exception {
        return program.get("/api/v1/me", "Authorization", "Bearer " + secret, "X-Forwarded-For", address);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 900L);
    }

    private String email() {
        scene.bean(People.class).setPassword(scene.admin, PASSWORD);
        return scene.bean(People.class)
                .byIds(List.of(scene.admin))
                .get(scene.admin)
                .email();
    }

    /** Entries of a type that came from this address and say this. */
    private long told(String type, String fact) {
        return jdbc.sql("""
            select count(*) from audit_entry e join audit_personal b on b.entry_id = e.id
             where e.type = :type and b.via like '%' || :address || '"%' and cast(e.details as text) like '%' || :fact || '%'\
            """)
                .param("type", type)
                .param("address", address)
                .param("fact", fact)
                .query(Long.class)
                .single();
    }
}
