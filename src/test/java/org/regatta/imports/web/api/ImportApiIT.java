package org.regatta.imports.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.imports.bundle.Bundles;
import org.regatta.imports.run.Zips;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RegattaTest
class ImportApiIT {

    private static final String BOUNDARY = "regatta-import";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private ApiTokens tokens;

    private String token;

    @BeforeEach
    void makesAToken() {
        var admin = people.ensure(new NewPerson("import-api@regatta.test", "Administrator"));
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        token = tokens.issue(admin, "imports", null).secret();
    }

    @Test
    void acceptsAZipAndTellsHowFarItHasCome() throws Exception {
        var bundle = Bundles.small()
                .with("competition.yaml", "key: tests", "key: api")
                .with("projects.csv", "2,Two", "2,");
        var answer = upload("/api/v1/imports?dryRun=true", "bundle.zip", Zips.of(bundle.files()));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(read(answer).path("dryRun").asBoolean()).isTrue();
        var location = answer.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(send(request(location).GET()))
                        .path("state")
                        .asText()
                        .equals("REFUSED"));
        var findings = read(send(request(location + "/findings").GET()));
        assertThat(findings.path("total").asInt()).isEqualTo(1);
        assertThat(findings.path("items").get(0).path("place").asText()).isEqualTo("projects.csv:3:2");
        assertThat(findings.path("items").get(0).path("remedy").asText()).isNotBlank();
        var cancelled = send(request(location + "/cancel").POST(BodyPublishers.noBody()));
        assertThat(cancelled.statusCode()).isEqualTo(409);
        assertThat(read(cancelled).path("code").asText()).isEqualTo("importEnded");
    }

    @Test
    void takesFilesOnceHoweverOftenTheRequestIsRepeated() throws Exception {
        var bundle = Bundles.small().with("competition.yaml", "key: tests", "key: once");
        var key = UUID.randomUUID().toString();
        var packed = Zips.of(bundle.files());
        var before = imports();

        var first = upload("bundle.zip", packed, key, "one-boundary");
        var again = upload("bundle.zip", packed, key, "another-boundary");
        var other = upload(
                "bundle.zip",
                Zips.of(bundle.with("projects.csv", "2,Two", "2,Deux").files()),
                key,
                BOUNDARY);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(read(other).at("/findings/0/place").asText()).isEqualTo("Idempotency-Key");
        assertThat(imports()).isEqualTo(before + 1);
    }

    @Test
    void refusesAHundredMegabytes() throws Exception {
        var answer = upload("/api/v1/imports", "projects.csv", new Zeros(100L << 20));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void refusesAFileWithoutName() throws Exception {
        var answer = upload("/api/v1/imports", "", new byte[] {'x'});

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void doesNotShowAnImportThatIsNotThere() throws Exception {
        var answer = send(
                request("/api/v1/imports/01890000-0000-7000-8000-000000000000").GET());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    /** So many zero bytes that nobody keeps. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            int some = (int) Math.min(left, count);
            left -= some;
            return some;
        }
    }

    private int imports() throws Exception {
        return read(send(request("/api/v1/imports?size=1").GET())).path("total").asInt();
    }

    private HttpResponse<String> upload(String path, String name, byte[] content) throws Exception {
        return upload(path, name, new ByteArrayInputStream(content));
    }

    private HttpResponse<String> upload(String path, String name, InputStream content) throws Exception {
        return send(multipart(request(path), name, content, BOUNDARY));
    }

    /** A dry run with an idempotency key. */
    private HttpResponse<String> upload(String name, byte[] content, String key, String boundary) throws Exception {
        var request = request("/api/v1/imports?dryRun=true").header("Idempotency-Key", key);
        return send(multipart(request, name, new ByteArrayInputStream(content), boundary));
    }

    private static HttpRequest.Builder multipart(
            HttpRequest.Builder request, String name, InputStream content, String boundary) {
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = new SequenceInputStream(
                Collections.enumeration(List.of(stream(head), content, stream("\r\n--" + boundary + "--\r\n"))));
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofInputStream(() -> body));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode read(HttpResponse<String> answer) throws Exception {
        return json.readTree(answer.body());
    }
}
