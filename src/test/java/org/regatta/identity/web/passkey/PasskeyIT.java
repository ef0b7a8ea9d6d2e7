package org.regatta.identity.web.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no browser would send; real passkeys are in the browser tests. */
@RegattaTest
class PasskeyIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String FORGED = """
            {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":%s}
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Browser browser;
    private String email;

    @BeforeEach
    void aBrowser() {
        browser = new Browser(port);
        email = "passkey." + UUID.randomUUID() + "@example.org";
        people.setPassword(people.ensure(new NewPerson(email, "Ada")), PASSWORD);
    }

    @Test
    void refusesUnknownIncompleteAndMalformedSignInsWithoutFailing() throws Exception {
        for (var body : List.of(
                FORGED.formatted(
                        "{\"authenticatorData\":\"AAAA\",\"clientDataJSON\":\"AAAA\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"}"),
                FORGED.formatted("{\"authenticatorData\":\"AAAA\",\"clientDataJSON\":\"AAAA\"}"),
                FORGED.formatted("null"),
                "{}",
                "[]",
                "{",
                "\"" + "x".repeat(100_000) + "\"")) {
            assertThat(send("/webauthn/authenticate/options", "", "/sign-in")).isEqualTo(200);
            assertThat(send("/login/webauthn", body, "/sign-in")).as(body).isBetween(400, 401);
        }
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void takesAnAnswerOnceAndOnlyToWhatWasAsked() throws Exception {
        assertThat(send("/login/webauthn", FORGED.formatted("null"), "/sign-in"))
                .isEqualTo(401);
        send("/webauthn/authenticate/options", "", "/sign-in");
        send("/webauthn/authenticate/options", "", "/sign-in");
        assertThat(challenges()).isEqualTo(1);

        send("/login/webauthn", FORGED.formatted("null"), "/sign-in");

        assertThat(challenges()).isZero();
    }

    @Test
    void refusesUnfitRegistrationsAndThoseOfStrangers() throws Exception {
        assertThat(send("/webauthn/register/options", "", "/sign-in")).isBetween(300, 403);
        browser.signIn(email, PASSWORD);
        for (var response : List.of(
                "{\"attestationObject\":\"AAAA\",\"clientDataJSON\":\"AAAA\",\"transports\":[]}", "{}", "null")) {
            assertThat(send("/webauthn/register/options", "", "/security")).isEqualTo(200);
            var body = "{\"publicKey\":{\"label\":\"x\",\"credential\":" + FORGED.formatted(response) + "}}";
            assertThat(send("/webauthn/register", body, "/security")).as(body).isBetween(400, 422);
        }
        assertThat(browser.get("/security").body()).contains("You have none. With one you sign in");
    }

    private int send(String address, String body, String page) throws Exception {
        return browser.json("POST", address, body, "Accept", "application/json", "X-CSRF-TOKEN", browser.csrf(page))
                .statusCode();
    }

    /** Of this browser's session, whose cookie is its id and a proof of it, in base 64. */
    private long challenges() throws Exception {
        var cookie = new String(Base64.getDecoder().decode(browser.cookie("REGATTA")), StandardCharsets.US_ASCII);
        var session = cookie.substring(0, cookie.indexOf('.')).getBytes(StandardCharsets.US_ASCII);
        return jdbc.sql("select count(*) from passkey_challenge where session_key = :key")
                .param(
                        "key",
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(session)))
                .query(Long.class)
                .single();
    }
}
