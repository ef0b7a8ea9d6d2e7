package org.regatta.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayInputStream;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody with a browser session, as far as pages are concerned: cookies, compression, no assets. */
final class PageVisitor {

    /** Of everybody whom a benchmark gives a password. */
    static final String PASSWORD = "benchmark-password";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String EXECUTING = "Executing prepared SQL statement [";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base;

    private PageVisitor(RunningRegatta regatta) {
        base = URI.create("http://localhost:" + regatta.bean(Environment.class).getProperty("local.server.port"));
    }

    /**
     * An answer to a GET.
     *
     * @param sent bytes of the body as they went over the wire
     */
    record Answer(int status, int sent, int unpacked) {}

    static PageVisitor stranger(RunningRegatta regatta) {
        return new PageVisitor(regatta);
    }

    static PageVisitor signIn(RunningRegatta regatta, String email) {
        var visitor = new PageVisitor(regatta);
        var page = new String(unpacked(visitor.send(visitor.to("/sign-in").GET())), StandardCharsets.UTF_8);
        var token = CSRF.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page has no token");
        }
        var form = "username=" + encoded(email) + "&password=" + PASSWORD + "&_csrf=" + encoded(token.group(1));
        var answer = visitor.send(visitor.to("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException(email + " cannot sign in: " + answer.statusCode());
        }
        return visitor;
    }

    Answer get(String path) {
        var answer = send(to(path).GET());
        return new Answer(answer.statusCode(), answer.body().length, unpacked(answer).length);
    }

    /** How many statements the server's request threads send meanwhile, those of the session included. */
    static int statements(Runnable request) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var level = logger.getLevel();
        var additive = logger.isAdditive();
        var count = new AtomicInteger();
        var ear = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getThreadName().startsWith("http-")
                        && event.getFormattedMessage().startsWith(EXECUTING)) {
                    count.incrementAndGet();
                }
            }
        };
        ear.start();
        logger.addAppender(ear);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            request.run();
        } finally {
            logger.setAdditive(additive);
            logger.setLevel(level);
            logger.detachAppender(ear);
        }
        return count.get();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "en")
                .header("Accept-Encoding", "gzip");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static byte[] unpacked(HttpResponse<byte[]> answer) {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return answer.body();
        }
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
