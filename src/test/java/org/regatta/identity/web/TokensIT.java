package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.password.Passwords;
import org.regatta.identity.token.ApiTokens;
import org.regatta.identity.token.TokenScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegattaTest
class TokensIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    private String secret;
    private UUID personId;
    private Browser program;

    @BeforeEach
    void aProgramWithAToken() {
        personId = people.ensure(new NewPerson("token." + UUID.randomUUID() + "@example.org", "Token Owner"));
        secret = tokens.issue(personId, "first", null).secret();
        program = new Browser(port);
    }

    @Test
    void signsInForOneRequestWithoutASession() throws Exception {
        var answer = program.get("/api/v1/me", "Authorization", "Bearer " + secret);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Token Owner");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(program.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void tellsTheSecretOnceAndStoresOnlyItsHash() throws Exception {
        var made = program.json("POST", "/api/v1/tokens", "{\"name\":\"second\"}", "Authorization", "Bearer " + secret);

        assertThat(made.statusCode()).isEqualTo(201);
        var second = json.readTree(made.body());
        var told = second.get("secret").asText();
        assertThat(told).matches("rgt_[A-Za-z0-9_-]{43}");
        assertThat(made.headers().firstValue("Location"))
                .hasValue("/api/v1/tokens/" + second.get("id").asText());
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + told).statusCode())
                .isEqualTo(200);
        var list = program.get("/api/v1/tokens", "Authorization", "Bearer " + secret)
                .body();
        assertThat(list).contains("second").doesNotContain(told).doesNotContain("hash");
        assertThat(jdbc.sql("select encode(token_hash, 'escape') from api_token where person_id = :id")
                        .param("id", personId)
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(told.substring(4)));
    }

    @Test
    void makesNoTokenThatOutlivesTheOneThatAskedForIt() throws Exception {
        var end = Instant.parse("2031-05-01T00:00:00Z");
        secret = tokens.issue(personId, "passing", end).secret();

        assertThat(end("{\"name\":\"child\"}")).isEqualTo(end.toString());
        assertThat(end("{\"name\":\"child\",\"expiresAt\":\"2032-01-01T00:00:00Z\"}"))
                .isEqualTo(end.toString());
        assertThat(end("{\"name\":\"child\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}"))
                .isEqualTo("2030-01-01T00:00:00Z");
    }

    @Test
    void doesWithATokenThatOnlyWritesNothingThatAsksForAFreshSignIn() throws Exception {
        var administering = secret;
        secret = tokens.issue(personId, "writing", TokenScope.WRITE, null).secret();

        assertThat(make("{\"name\":\"child\"}")).isEqualTo("403 tokenDoesNotAdminister");
        secret = administering;
        assertThat(make("{\"name\":\"child\",\"scope\":\"ADMINISTER\"}"))
                .as("a person makes it")
                .isEqualTo("403 tokenDoesNotAdminister");
        assertThat(make("{\"name\":\"child\",\"scope\":\"WRITE\"}")).startsWith("201");
        assertThat(jdbc.sql("select count(*) from audit_entry where type = 'identity.attemptDenied' and actor_id = :id")
                        .param("id", personId)
                        .query(Integer.class)
                        .single())
                .as("written down, once each")
                .isEqualTo(2);
    }

    private String make(String wanted) throws Exception {
        var made = program.json("POST", "/api/v1/tokens", wanted, "Authorization", "Bearer " + secret);
        return made.statusCode() + " " + json.readTree(made.body()).path("code").asText();
    }

    private String end(String wanted) throws Exception {
        var made = program.json("POST", "/api/v1/tokens", wanted, "Authorization", "Bearer " + secret);
        return json.readTree(made.body()).path("expiresAt").asText();
    }

    @Test
    void stopsTokensMadeBeforeWhileAPasswordIsToBeSet() throws Exception {
        passwords.require(personId);
        var stopped = program.get("/api/v1/me", "Authorization", "Bearer " + secret);
        assertThat(stopped.statusCode()).isEqualTo(403);
        assertThat(stopped.body()).contains("signInUnfinished");

        passwords.settled(personId);
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + secret)
                        .body())
                .contains("\"mustSetPassword\":false");
    }

    @Test
    void endsARevokedTokenAtOnceAndOnlyOnesOwn() throws Exception {
        var mine = tokens.issue(personId, "to revoke", null);
        var stranger = people.ensure(new NewPerson("stranger." + personId + "@example.org", "Stranger"));
        var strangers = tokens.issue(stranger, "not mine", null);

        var other = program.json(
                "DELETE", "/api/v1/tokens/" + strangers.token().id(), "", "Authorization", "Bearer " + secret);
        var own =
                program.json("DELETE", "/api/v1/tokens/" + mine.token().id(), "", "Authorization", "Bearer " + secret);

        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(own.statusCode()).isEqualTo(204);
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + mine.secret())
                        .statusCode())
                .isEqualTo(401);
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + strangers.secret())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesExpiredTokensAndTokensOfDisabledPeople() throws Exception {
        jdbc.sql("update api_token set expires_at = now() where person_id = :id")
                .param("id", personId)
                .update();
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(401);

        jdbc.sql("update api_token set expires_at = null where person_id = :id")
                .param("id", personId)
                .update();
        jdbc.sql("update person set enabled = false where id = :id")
                .param("id", personId)
                .update();
        assertThat(program.get("/api/v1/me", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesForgedTokensWithAProblem() throws Exception {
        var random = new Random(7);
        var chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < 300; i++) {
            var forged = new StringBuilder(secret);
            var at = 4 + random.nextInt(43);
            var other = chars.charAt(random.nextInt(64));
            if (other == secret.charAt(at)) {
                continue;
            }
            forged.setCharAt(at, other);
            var answer = program.get("/api/v1/me", "Authorization", "Bearer " + forged);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
        for (var wrong :
                List.of("Bearer", "Bearer ", "Bearer rgt_", "Bearer " + secret + "x", "Basic " + secret, "rgt_x")) {
            var answer = program.get("/api/v1/me", "Authorization", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer");
        }
    }

    @Test
    void opensNothingButTheApi() throws Exception {
        assertThat(program.get("/", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(403);
        assertThat(program.get("/actuator/env", "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(403);
    }
}
