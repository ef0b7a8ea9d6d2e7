package org.regatta;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.regatta.identity.token.ApiTokens;
import org.regatta.identity.token.IssuedToken;
import org.springframework.context.ApplicationContext;

/** Requests to the REST API over real HTTP, as one person with a token. */
public final class Api {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String token;

    /** Makes a token for the person. */
    public Api(ApplicationContext context, UUID personId) {
        this(context, context.getBean(ApiTokens.class).issue(personId, "test", null));
    }

    /** As whoever has this token. */
    public Api(ApplicationContext context, IssuedToken issued) {
        this(context, issued.secret());
    }

    private Api(ApplicationContext context, String token) {
        this.base = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/api/v1";
        this.token = token;
    }

    /** As somebody without a token. */
    public static Api ofNobody(ApplicationContext context) {
        return new Api(context, "");
    }

    /** An answer with its JSON; {@code replayed} if it was given before, to the same idempotency key. */
    public record Answer(int status, String location, boolean replayed, String text) {

        /** The body. */
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** A problem's places, in their order. */
        public List<String> places() {
            return StreamSupport.stream(json().path("findings").spliterator(), false)
                    .map(finding -> finding.path("place").asText())
                    .toList();
        }
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** Sends JSON, written with {@code '} for {@code "}. */
    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    /** The same with an idempotency key. */
    public Answer post(String path, String body, String key) {
        return send("POST", path, body, "Idempotency-Key", key);
    }

    /** Changes, written as {@link #post}. */
    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    /** Replaces, written as {@link #post}. */
    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Removes. */
    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    private Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                    answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
