package org.regatta.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Lets filters answer with a problem the way controllers do. */
@Component
public class ProblemAnswers {

    /** The request attribute that holds what a request was refused for; it outlives the answer, whatever its form. */
    public static final String FAILURE = ProblemAnswers.class.getName() + ".failure";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    /** What somebody gets who tries out what the server takes, and how often; denials are in the audit log. */
    private static final Set<HttpStatus> TELLING = EnumSet.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.PAYLOAD_TOO_LARGE,
            HttpStatus.UNPROCESSABLE_ENTITY,
            HttpStatus.TOO_MANY_REQUESTS);

    private final ObjectMapper json;
    private final ProblemWords words;

    ProblemAnswers(ObjectMapper json, ProblemWords words) {
        this.json = json;
        this.words = words;
    }

    /** Whether the caller is a program: under {@code /api/} or {@code /v3/}, or one that asks for JSON only. */
    public static boolean wantsJson(HttpServletRequest request) {
        var path = path(request);
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || (accept != null
                        && accept.toLowerCase(Locale.ROOT).contains("json")
                        && !accept.contains("text/html"));
    }

    /** Whether htmx asks, which puts the answer into the page. */
    public static boolean wantsFragment(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"));
    }

    /** The status of a page that says itself why something was refused. */
    public static HttpStatus status(Problem problem) {
        return Refusal.of(problem).status();
    }

    /** What such a page lists: the findings, or else what the problem itself says. Not empty. */
    public static List<Finding> findings(Problem problem) {
        if (!problem.findings().isEmpty()) {
            return problem.findings();
        }
        var remedy = problem instanceof ChangedMeanwhile
                ? "What you typed is still here; saving it now replaces what is stored."
                : "";
        return List.of(new Finding("", Refusal.of(problem).detail(), remedy));
    }

    /** Answers with what the caller may know of {@code failure}; logs what nobody planned for. */
    public void write(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        var refusal = refusal(request, failure);
        request.setAttribute(FAILURE, failure);
        if (!wantsJson(request)) {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
            response.sendError(refusal.status().value());
            return;
        }
        headers(refusal, response);
        var body = json.writeValueAsBytes(body(request, refusal.in(words)));
        response.setStatus(refusal.status().value());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static Refusal refusal(HttpServletRequest request, Throwable failure) {
        var refusal = Refusals.of(failure);
        if (refusal == null) {
            LOG.error("A request failed: method={} requestId={}", request.getMethod(), requestId(request), failure);
            return Refusal.unexpected();
        }
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE || refusal.code().equals("conflictingData")) {
            LOG.warn("A request met the database's refusal: requestId={}", requestId(request), failure);
        }
        if (TELLING.contains(refusal.status()) || failure instanceof CsrfException) {
            LOG.info(
                    "A request was refused: method={} status={} code={} requestId={}",
                    request.getMethod(),
                    refusal.status().value(),
                    refusal.code(),
                    requestId(request));
        }
        return refusal;
    }

    static ProblemBody body(HttpServletRequest request, Refusal refusal) {
        var instance = URI.create(UriUtils.encodePath(path(request), StandardCharsets.UTF_8));
        return ProblemBody.of(refusal, instance, requestId(request));
    }

    static void headers(Refusal refusal, HttpServletResponse response) {
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        var wait = refusal.retryAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
        }
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"regatta\"");
        }
    }

    private static @Nullable String requestId(HttpServletRequest request) {
        return (String) request.getAttribute(RequestIdFilter.ATTRIBUTE);
    }

    private static String path(HttpServletRequest request) {
        var forwardedFrom = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return forwardedFrom == null ? request.getRequestURI() : forwardedFrom;
    }
}
