package org.regatta.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegattaTest
class IdempotencyIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    private final String name = "Program " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();
    private String secret;
    private UUID adminId;

    @BeforeEach
    void anAdmin() {
        adminId = people.ensure(new NewPerson("admin." + key + "@example.org", "Admin"));
        people.grant(adminId, Role.SUPER_ADMIN, null, null);
        secret = tokens.issue(adminId, "test", null).secret();
    }

    @Test
    void makesOneObjectOfFiftyParallelRequests() throws Exception {
        var requests = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < 50; i++) {
            requests.add(() -> create(programNamed(name), key));
        }
        var answers = new ArrayList<HttpResponse<String>>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201));
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers)
                .extracting(answer -> answer.headers().firstValue("Location"))
                .containsOnly(answers.getFirst().headers().firstValue("Location"));
        assertThat(answers)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(programs()).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() throws Exception {
        assertThat(create(programNamed(name), key).statusCode()).isEqualTo(201);

        var other = create(programNamed("Other " + name), key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Idempotency-Key");
        assertThat(programs()).isEqualTo(1);
    }

    @Test
    void keepsKeysOfDifferentPeopleApart() throws Exception {
        create(programNamed(name), key);
        var second = people.ensure(new NewPerson("second." + key + "@example.org", "Second"));
        people.grant(second, Role.SUPER_ADMIN, null, null);
        secret = tokens.issue(second, "test", null).secret();

        var answer = create(programNamed("Second " + name), key);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void forgetsRefusalsSoThatTheKeyCanBeUsedAgain() throws Exception {
        assertThat(create("{\"name\":", key).statusCode()).isEqualTo(400);
        assertThat(keysStored()).isZero();

        assertThat(create(programNamed(name), key).statusCode()).isEqualTo(201);
        assertThat(keysStored()).isEqualTo(1);
    }

    @Test
    void refusesMalformedKeysAndTooLargeBodies() throws Exception {
        assertThat(create(programNamed(name), "k".repeat(201)).statusCode()).isEqualTo(422);
        assertThat(create("\"" + "x".repeat(5 * 1024 * 1024) + "\"", key).statusCode())
                .isEqualTo(413);
        assertThat(programs()).isZero();
    }

    @Test
    void countsWhatIsLimitedBeforeItHoldsAConnection() throws Exception {
        var requests = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < 60; i++) {
            requests.add(() -> preview(UUID.randomUUID().toString()));
        }
        try (var threads = Executors.newFixedThreadPool(24)) {
            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(200);
            }
        }
        // one more is allowed with every second that passes
        var often = preview(UUID.randomUUID().toString());
        for (int more = 0; more < 30 && often.statusCode() == 200; more++) {
            often = preview(UUID.randomUUID().toString());
        }
        assertThat(often.statusCode()).isEqualTo(429);
        assertThat(often.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void storesNoSecretOfANewToken() throws Exception {
        var answer = new Browser(port)
                .json(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"kept\"}",
                        "Authorization",
                        "Bearer " + secret,
                        "Idempotency-Key",
                        key);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(keysStored()).isZero();
    }

    private HttpResponse<String> preview(String idempotencyKey) throws Exception {
        return send("/api/v1/invitations/preview", "{\"role\":\"OBSERVER\",\"people\":[]}", idempotencyKey);
    }

    private HttpResponse<String> create(String body, String idempotencyKey) throws Exception {
        return send("/api/v1/programs", body, idempotencyKey);
    }

    private HttpResponse<String> send(String address, String body, String idempotencyKey) throws Exception {
        return new Browser(port)
                .json("POST", address, body, "Authorization", "Bearer " + secret, "Idempotency-Key", idempotencyKey);
    }

    private static String programNamed(String name) {
        return "{\"key\":\"p" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "\",\"name\":\"" + name
                + "\",\"description\":\"\"}";
    }

    private long programs() {
        return jdbc.sql("select count(*) from program where name like :name")
                .param("name", "%" + name)
                .query(Long.class)
                .single();
    }

    private long keysStored() {
        return jdbc.sql("select count(*) from idempotency_key where person_id = :id")
                .param("id", adminId)
                .query(Long.class)
                .single();
    }
}
