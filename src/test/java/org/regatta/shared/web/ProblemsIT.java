package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.token.ApiTokens;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RegattaTest
class ProblemsIT {

    private static final String TOKENS = "/api/v1/tokens";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ObjectMapper json;

    private Browser browser;
    private String bearer;
    private String email;

    @BeforeEach
    void aPerson() {
        email = "problems." + UUID.randomUUID() + "@example.org";
        var person = people.ensure(new NewPerson(email, "Problem Finder"));
        people.setPassword(person, "correct horse battery");
        bearer = "Bearer " + tokens.issue(person, "test", null).secret();
        browser = new Browser(port);
    }

    @Test
    void tellsProgramsInTheFormOfRfc9457() throws Exception {
        var answer = get("/api/v1/competitions/" + UUID.randomUUID() + "/audit");

        assertThat(answer.statusCode()).isEqualTo(404);
        var problem = problem(answer);
        assertThat(problem.get("type").asText()).isEqualTo("urn:regatta:problem:notVisible");
        assertThat(problem.get("title").asText()).isEqualTo("Not Found");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("code").asText()).isEqualTo("notVisible");
        assertThat(problem.get("instance").asText()).startsWith("/api/v1/competitions/");
        assertThat(problem.get("requestId").asText())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(problem.get("findings").isArray()).isTrue();
    }

    @Test
    void namesLineAndColumnWhereTheBodyIsNoJson() throws Exception {
        var answer = post("{\n  \"name\": \"x\",\n  \"expiresAt\": oops\n}");

        assertThat(answer.statusCode()).isEqualTo(400);
        var finding = problem(answer).get("findings").get(0);
        assertThat(finding.get("place").asText()).startsWith("body:3:");
        assertThat(finding.get("remedy").asText()).isNotBlank();
    }

    @Test
    void leavesALineForWhatWasRefusedWithoutWhatWasSent() throws Exception {
        var log = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.addAppender(heard);
        var answer = post("{\"name\":\"x\",\"canary\":true}");
        log.detachAppender(heard);

        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .filteredOn(line -> line.contains(
                        answer.headers().firstValue("X-Request-Id").orElseThrow()))
                .singleElement()
                .asString()
                .startsWith("A request was refused: method=POST status=422 code=")
                .doesNotContain("canary");
    }

    @Test
    void namesTheFieldThatIsUnknownOfTheWrongTypeOrNotValid() throws Exception {
        var unknown = post("{\"name\":\"x\",\"admin\":true}");
        var mistyped = post("{\"name\":\"x\",\"expiresAt\":\"tomorrow\"}");
        var invalid = post("{\"name\":\"\"}");

        assertThat(List.of(unknown, mistyped, invalid))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(422));
        assertThat(place(unknown)).isEqualTo("admin");
        assertThat(unknown.body()).contains("expiresAt, name");
        assertThat(place(mistyped)).isEqualTo("expiresAt");
        assertThat(place(invalid)).isEqualTo("name");
    }

    @Test
    void namesTheFieldOfATextThatCannotBeStored() throws Exception {
        var body = post("{\"name\":\"a\\u0000b\"}");
        var parameter = get("/api/v1/people?q=a%00b");
        browser.signIn(email, "correct horse battery");
        var form = browser.post("/account/erasure", Map.of("reason", "a\0b", "_csrf", browser.csrf("/account")));

        assertThat(List.of(body.statusCode(), parameter.statusCode(), form.statusCode()))
                .containsOnly(422);
        assertThat(place(body)).isEqualTo("name");
        assertThat(place(parameter)).isEqualTo("q");
        assertThat(form.body()).contains("reason", "The text contains a character with code 0.");
    }

    @Test
    void answersTwoHundredMalformedBodiesWithAProblemAndNoneWithAServerError() throws Exception {
        var bodies = malformed();
        assertThat(bodies).hasSizeGreaterThanOrEqualTo(200);
        for (var body : bodies) {
            var answer = post(body);

            assertThat(answer.statusCode()).as(shown(body)).isBetween(400, 499);
            assertThat(problem(answer).get("findings")).as(shown(body)).isNotEmpty();
            assertThat(answer.body()).doesNotContain("Exception", "org.regatta", "com.fasterxml");
        }
        assertThat(json.readTree(get(TOKENS).body()).get("items")).hasSize(1);
    }

    @Test
    void answersWrongMethodsTypesAndAddressesWithTheirStatus() throws Exception {
        var audit = "/api/v1/competitions/" + UUID.randomUUID() + "/audit";
        var patch = browser.json("PATCH", TOKENS, "{}", "Authorization", bearer);
        var form = browser.post(TOKENS, Map.of("name", "x"), "Authorization", bearer);

        assertThat(patch.statusCode()).isEqualTo(405);
        assertThat(patch.headers().allValues("Allow").toString()).contains("POST");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(get("/api/v1/no-such-thing").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/no%2Fsuch%2Fthing").statusCode()).isEqualTo(400);
        assertThat(browser.json("DELETE", TOKENS + "/not-an-id", "", "Authorization", bearer)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(audit + "?size=9999").statusCode()).isEqualTo(422);
        assertThat(get(audit + "?size=many").statusCode()).isEqualTo(422);
    }

    @Test
    void tellsPeopleOnAPageAndHtmxInAFragment() throws Exception {
        browser.signIn(email, "correct horse battery");

        var page = browser.get("/no-such-page");
        var fragment = browser.get("/no-such-page", "HX-Request", "true");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<html").contains("This page is not here");
        assertThat(fragment.statusCode()).isEqualTo(404);
        assertThat(fragment.body()).doesNotContain("<html").contains("This page is not here");
        var some = UUID.randomUUID();
        for (var list : List.of(
                "/inbox?due=SOMETIME",
                "/people?sort=SHOE_SIZE",
                "/audit?sort=SHOE_SIZE",
                "/evaluations?sort=SHOE_SIZE&descending=true",
                "/competitions/" + some + "/projects?sort=SHOE_SIZE",
                "/rounds/" + some + "/ranking?sort=SHOE_SIZE",
                "/rounds/" + some + "/decisions?descending=perhaps")) {
            var refused = browser.get(list);
            assertThat(refused.statusCode()).as(list).isEqualTo(422);
            assertThat(refused.body()).as(list).contains("The value cannot be read.");
        }
    }

    @Test
    void describesTheApiToThoseSignedIn() throws Exception {
        assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(401);

        var answer = get("/v3/api-docs");

        assertThat(answer.statusCode()).isEqualTo(200);
        var api = json.readTree(answer.body());
        assertThat(api.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
        assertThat(api.at("/components/schemas/ProblemBody/properties/findings/type")
                        .asText())
                .isEqualTo("array");
        var refused = api.at("/paths/~1api~1v1~1tokens/post/responses/default/content/application~1problem+json");
        assertThat(refused.at("/schema/$ref").asText()).endsWith("ProblemBody");
        api.get("paths").fieldNames().forEachRemaining(path -> assertThat(path).startsWith("/api/v1/"));
    }

    @Test
    void describesTheIdempotencyKeyOfExactlyTheOperationsThatTakeIt() throws Exception {
        var described = new TreeSet<String>();
        var taking = new TreeSet<String>();
        var paths = json.readTree(get("/v3/api-docs").body()).get("paths");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                var named = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                for (var parameter : operation.getValue().path("parameters")) {
                    if (parameter.path("name").asText().equals("Idempotency-Key")) {
                        assertThat(parameter.path("in").asText()).isEqualTo("header");
                        assertThat(parameter.path("required").asBoolean()).isFalse();
                        assertThat(parameter.path("description").asText()).contains("48 hours");
                        described.add(named);
                    }
                }
                if (refusesMalformedKey(named)) {
                    taking.add(named);
                }
            }
        }

        assertThat(described).hasSizeGreaterThan(40).isEqualTo(taking);
        assertThat(described)
                .contains(
                        "POST /api/v1/tasks/{taskId}/complete",
                        "POST /api/v1/assignments/{assignmentId}/evaluation/submit",
                        "POST /api/v1/imports",
                        "PUT /api/v1/rubrics/{rubricId}")
                .doesNotContain("POST /api/v1/tokens");
    }

    /** A key that is looked at is refused before anything else is; nothing is sent that would change anything. */
    private boolean refusesMalformedKey(String operation) throws Exception {
        var parts = operation.split(" ");
        var path = parts[1].replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
        var answer = browser.json(
                parts[0], path, "", "Authorization", bearer, "Accept", "*/*", "Idempotency-Key", "two words");
        return answer.statusCode() == 422 && answer.body().contains("The idempotency key is malformed.");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.get(path, "Authorization", bearer);
    }

    private HttpResponse<String> post(String body) throws Exception {
        return browser.json("POST", TOKENS, body, "Authorization", bearer);
    }

    private JsonNode problem(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return json.readTree(answer.body());
    }

    private String place(HttpResponse<String> answer) throws Exception {
        return problem(answer).get("findings").get(0).get("place").asText();
    }

    /** Hand-picked ones, then every truncation and many changes of a good one that break it. */
    private static List<String> malformed() {
        var bodies = new ArrayList<>(List.of("", " ", "null", "[]", "{}", "1", "\"x\"", "true", "NaN", "-", "\u0000"));
        bodies.addAll(
                List.of("{\"name\":null}", "{\"name\":{}}", "{\"name\":[\"x\"]}", "{\"name\":1}", "{'name':'x'}"));
        bodies.addAll(
                List.of("{\"name\":\"x\",\"name\":\"y\"}", "{\"name\":\"x\"}}", "{\"name\":\"x\"} {}", "{name:1}"));
        bodies.addAll(
                List.of("{\"name\":\"x\",}", "{\"name\":\"\\q\"}", "{\"name\":\"\\u12\"}", "{\"name\":\"a\nb\"}"));
        bodies.addAll(List.of("{\"name\":\"\\u0000\"}", "{\"name\":\"x\",\"expiresAt\":[]}", "{\"__proto__\":{}}"));
        bodies.addAll(List.of("{\"name\":\"x\",\"expiresAt\":{}}", "{\"name\":\"x\",\"expiresAt\":\"0000-00-00\"}"));
        bodies.addAll(List.of("{\"name\":\"x\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}", "1e999999999", "name=x"));
        bodies.addAll(List.of("{\"name\":\"x\",\"expiresAt\":\"+999999999-12-31T23:59:59Z\"}", "// comment", "{/**/}"));
        bodies.addAll(List.of("{\"name\":\"" + "x".repeat(101) + "\"}", "[".repeat(5000), "{\"a\":".repeat(5000)));
        bodies.addAll(
                List.of("{\"name\":\"" + "x".repeat(1024 * 1024 + 1) + "\"}", "<name>x</name>", "\ufeff{\"name\":1}"));
        bodies.addAll(List.of("{\"@class\":\"java.lang.Runtime\",\"name\":\"x\"}", "[\"java.lang.Runtime\",{}]"));
        bodies.add("{\"name\":\"x\",\"" + "k".repeat(2000) + "\":1}");
        var good = "{\"name\":\"a token\",\"expiresAt\":\"2031-01-01T00:00:00Z\"}";
        for (int end = 1; end < good.length(); end++) {
            bodies.add(good.substring(0, end));
        }
        var random = new Random(42);
        while (bodies.size() < 220) {
            var at = random.nextInt(good.length());
            var broken = "{}[]:,\"x".charAt(random.nextInt(8)) + "\u0001";
            bodies.add(good.substring(0, at) + broken + good.substring(at + 1));
        }
        return bodies;
    }

    private static String shown(String body) {
        return body.length() > 80 ? body.substring(0, 80) + "… of " + body.length() : body;
    }
}
