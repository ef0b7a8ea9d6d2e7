package org.regatta.story;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** One person at work over HTTP: signs in with the form as a browser does, makes an API token, and goes on with it. */
public final class RegattaClient {

    private static final Pattern CSRF =
            Pattern.compile("name=\"(?:_csrf|csrf-token)\"[^>]*(?:value|content)=\"([^\"]+)\"");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final HttpClient http;
    private final URI base;
    private final String email;
    private final String token;

    private RegattaClient(HttpClient http, URI base, String email, String token) {
        this.http = http;
        this.base = base;
        this.email = email;
        this.token = token;
    }

    /** Signs in with e-mail and password, and makes a token for whatever the person may do; fails if they may not. */
    public static RegattaClient signIn(URI base, String email, String password) {
        var http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        var form = Map.of("username", email, "password", password, "_csrf", csrf(http, base, "/sign-in"));
        var signedIn = send(http, request(base, "/sign-in").POST(form(form)));
        var target = signedIn.headers().firstValue("Location").orElse("");
        if (signedIn.statusCode() != 302 || target.contains("error")) {
            throw new IllegalStateException(email + " cannot sign in: " + signedIn.statusCode() + " " + target);
        }
        var made = send(
                http,
                request(base, "/api/v1/tokens")
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-TOKEN", csrf(http, base, "/inbox"))
                        .POST(BodyPublishers.ofString(write(Map.of(
                                "name",
                                "competition run",
                                "scope",
                                "ADMINISTER",
                                "expiresAt",
                                Instant.now().plus(Duration.ofDays(1)).toString())))));
        return new RegattaClient(
                http, base, email, json(made, 201).path("secret").asText());
    }

    /** Reads an object of the API. */
    public JsonNode get(String path) {
        return json(send(http, authorised(path).GET()), 200);
    }

    /** Sends a command; a new idempotency key each time. */
    public JsonNode post(String path, Object body) {
        var answer = attempt(path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(email + " POST " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : read(answer.body());
    }

    /** Sends a command and gives back whatever the server says. */
    public HttpResponse<String> attempt(String path, Object body) {
        return send(
                http,
                authorised(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(write(body))));
    }

    /** Uploads one file as multipart form data. */
    public HttpResponse<String> upload(String path, String field, String fileName, byte[] content) {
        var boundary = "regatta-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(
                http,
                authorised(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Whether the server was away or failing, rather than refusing. */
    static boolean unreachable(RuntimeException failed) {
        return failed instanceof UncheckedIOException || failed instanceof ServerFailed;
    }

    /** The server answered 5xx. */
    private static final class ServerFailed extends IllegalStateException {
        ServerFailed(String message) {
            super(message);
        }
    }

    /** Reads JSON with exact decimals. */
    public static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpRequest.Builder authorised(String path) {
        return request(base, path).header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    private static HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private static JsonNode json(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() >= 500) {
            throw new ServerFailed(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return read(answer.body());
    }

    private static String csrf(HttpClient http, URI base, String path) {
        var page = send(http, request(base, path).GET());
        var match = CSRF.matcher(page.body());
        if (!match.find()) {
            throw new IllegalStateException("no CSRF token on " + path + ": " + page.statusCode() + " "
                    + page.headers().map() + " " + page.body());
        }
        return match.group(1);
    }

    private static HttpRequest.BodyPublisher form(Map<String, String> fields) {
        var encoded = new StringBuilder();
        fields.forEach((name, value) -> encoded.append(encoded.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return BodyPublishers.ofString(encoded.toString());
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        var built = request.build();
        if (built.bodyPublisher().isPresent()
                && built.headers().firstValue("Content-Type").isEmpty()) {
            built = HttpRequest.newBuilder(built, (name, value) -> true)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .build();
        }
        try {
            return http.send(built, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
