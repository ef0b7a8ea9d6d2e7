package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the web may do to us: forged requests, other people's hosts, oversized bodies; and what browsers are told. */
@RegattaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebHardeningIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    private String session = "";
    private UUID person;

    @BeforeAll
    void aSuperAdministratorIsSignedIn() throws IOException, InterruptedException {
        var email = "hardening." + UUID.randomUUID() + "@example.org";
        person = people.ensure(new NewPerson(email, "Hardy"));
        people.setPassword(person, PASSWORD);
        people.grant(person, Role.SUPER_ADMIN, null, null);
        var browser = new Browser(port);
        browser.signIn(email, PASSWORD);
        session = "REGATTA=" + browser.cookie("REGATTA");
    }

    @Test
    void looksForTheHandlerOfARequestOnce() {
        assertThat(context.containsBean("mvcHandlerMappingIntrospector")).isFalse();
    }

    @Test
    void everyEndpointThatChangesSomethingRefusesASessionWithoutItsToken() throws Exception {
        var writes = Endpoints.of(context).stream()
                .filter(endpoint -> !endpoint.startsWith("GET "))
                .toList();
        var let = new ArrayList<String>();
        for (var endpoint : writes) {
            var parts = endpoint.split(" ");
            var path = parts[1].replaceAll("\\{[^/]*}", UUID.randomUUID().toString());
            var answer = send(request(path)
                    .header("Cookie", session)
                    .header("Accept", "application/json")
                    .method(parts[0], BodyPublishers.noBody()));
            if (answer.statusCode() != 403 || !answer.body().contains("csrfTokenMissing")) {
                let.add(endpoint + " answers " + answer.statusCode());
            }
        }

        assertThat(let).isEmpty();
        assertThat(writes).hasSizeGreaterThan(60);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("""
                                select count(*) from audit_entry
                                 where type = 'identity.attemptDenied' and actor_id = :person
                                   and details ->> 'code' = 'csrfTokenMissing'""")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .as("each written down once")
                .isEqualTo(writes.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/inbox",
                "/api/v1/me",
                "/api/v1/nothing",
                "/nothing",
                "/assets/nothing.js",
                "TOO LARGE"
            })
    void tellsBrowsersWhatNotToDoWithEveryAnswer(String path) throws Exception {
        var answer = send(
                path.equals("TOO LARGE") // refused before anybody asks who it is
                        ? request("/sign-in").POST(BodyPublishers.ofByteArray(new byte[5 * 1024 * 1024]))
                        : request(path).header("Cookie", session));
        var headers = answer.headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'nonce-",
                        "script-src-attr 'none'",
                        "style-src 'self';",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()", "microphone=()");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void runsNoScriptButThoseOfThePageItself() throws Exception {
        var nonces = new ArrayList<String>();
        for (var path : List.of("/sign-in", "/inbox", "/inbox", "/help/juror", "/nothing")) {
            nonces.add(nonceOfScripts(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + session)));
        }
        // refused by the first of the filters
        nonces.add(nonceOfScripts(raw("GET /sign-in HTTP/1.1\r\nHost: evil.example")));

        assertThat(nonces).doesNotHaveDuplicates();
        var script = raw("GET /assets/theme.js HTTP/1.1\r\nHost: localhost");
        assertThat(script)
                .startsWith("HTTP/1.1 200")
                .contains("script-src 'none';")
                .doesNotContain("nonce-");
    }

    /** The nonce that the policy names and every script of the page carries. */
    private static String nonceOfScripts(String page) {
        var policy = Pattern.compile("script-src 'nonce-([A-Za-z0-9+/]{24})';").matcher(page);
        assertThat(policy.find()).as(page).isTrue();
        assertThat(page).contains("no-store");
        assertThat(page.split("<script\\b"))
                .hasSizeGreaterThan(2)
                .hasSameSizeAs(page.split("<script( defer)? nonce=\"" + Pattern.quote(policy.group(1)) + "\" src=\"/"));
        return policy.group(1);
    }

    @Test
    void remembersTheNeedForTlsWhereAProxyEndsIt() throws Exception {
        var behind = send(request("/sign-in").header("X-Forwarded-Proto", "https"));

        assertThat(behind.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .contains("max-age=31536000", "includeSubDomains");
        assertThat(send(request("/sign-in")).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void answersForNoOtherHostThanItsOwn() throws Exception {
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: evil.example")).startsWith("HTTP/1.1 400");
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: localhost.evil.example:" + port))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET /sign-in HTTP/1.1\r\nHost: localhost:" + port)).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /api/health HTTP/1.1\r\nHost: 10.1.2.3")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\nCookie: " + session))
                .contains("Location: /")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1",
                "TRACK / HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /..;/actuator/env HTTP/1.1",
                "GET /a/../../etc/passwd HTTP/1.1",
                "GET //evil.example/ HTTP/1.1",
                "GET /<script> HTTP/1.1",
                "GET /competitions?page=99999999999 HTTP/1.1",
                "GET /error HTTP/1.1",
                "NONSENSE"
            })
    void refusesOddRequestsWithoutTellingWhatRunsHere(String request) throws Exception {
        var answer = raw(request + "\r\nHost: localhost\r\nCookie: " + session);

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).doesNotContain("org.", "java.", "Tomcat", "\tat ", "Spring", "<script>");
    }

    @Test
    void takesNoBodyWithoutEnd() throws Exception {
        var token = "Bearer "
                + context.getBean(ApiTokens.class)
                        .issue(person, "hardening", null)
                        .secret();
        var large = " ".repeat(5 * 1024 * 1024) + "{}";
        var told = send(request("/api/v1/programs")
                .header("Content-Type", "application/json")
                .header("Authorization", token)
                .POST(BodyPublishers.ofString(large)));
        var untold = send(request("/api/v1/programs")
                .header("Content-Type", "application/json")
                .header("Authorization", token)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));

        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(untold.statusCode()).isEqualTo(413);
    }

    @Test
    void hasNoDoorsOfDevelopment() throws Exception {
        for (var path : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/h2-console",
                "/components",
                "/local/mails",
                "/camunda",
                "/engine-rest")) {
            assertThat(send(request(path).header("Cookie", session)).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** What a client sends that is no browser. */
    private String raw(String head) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
