package org.regatta.identity.web.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.limit.HandlerLimits;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes POST and PUT under {@code /api/v1} with an {@code Idempotency-Key} happen once: key, work and answer are
 * committed in one transaction before anything is sent, and a repeated request gets the same answer again, marked
 * {@code Idempotency-Replayed: true}. A refusal changes nothing and is not kept.
 */
@Component
@Order(0)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    static final int LONGEST_KEY = 200;
    /** Visible ASCII characters, as a regular expression. */
    static final String VISIBLE = "[\\x21-\\x7e]+";

    private static final Pattern KEY_FORM = Pattern.compile(VISIBLE);
    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;
    /** Its answer holds a secret, and an answer that can be repeated is stored. */
    private static final String SECRETS = "/api/v1/tokens";

    private static final long LONGEST_WAIT_SECONDS = 30;

    private record Turn(UUID personId, String key) {}

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final Access access;
    private final HandlerLimits limits;
    private final ProblemAnswers answers;
    private final Turns turns = new Turns();

    IdempotencyFilter(
            IdempotencyKeys keys,
            TransactionTemplate transaction,
            Access access,
            HandlerLimits limits,
            ProblemAnswers answers) {
        this.keys = keys;
        this.transaction = transaction;
        this.access = access;
        this.limits = limits;
        this.answers = answers;
    }

    /** Whether requests of this kind may have a key. */
    static boolean takesKey(String method, String path) {
        return keyed(method, path) && !path.startsWith(SECRETS);
    }

    private static boolean keyed(String method, String path) {
        return path.startsWith("/api/v1/") && List.of("POST", "PUT").contains(method);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !keyed(request.getMethod(), request.getRequestURI())
                || access.signedIn().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var key = request.getHeader(KEY);
        if (!takesKey(request.getMethod(), request.getRequestURI())) {
            answers.write(request, response, secretAnswer());
            return;
        }
        if (key.length() > LONGEST_KEY || !KEY_FORM.matcher(key).matches()) {
            answers.write(request, response, malformedKey());
            return;
        }
        var turn = new Turn(access.signedIn().orElseThrow(), key);
        if (!turns.enter(turn, LONGEST_WAIT_SECONDS)) {
            answers.write(request, response, new RequestStillRunning());
            return;
        }
        try {
            once(turn, request, response, chain);
        } finally {
            turns.leave(turn);
        }
    }

    private void once(Turn turn, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        StoredAnswer earlier;
        try {
            limits.takeAhead(request);
            var repeatable = new RepeatableRequest(request, MAX_BODY_BYTES);
            earlier = transaction.execute(status -> run(turn, repeatable, buffered, chain, status));
        } catch (IOException | ServletException | RuntimeException failure) {
            // the commit's refusal, or what no handler dealt with: the answer in the buffer is not true
            buffered.reset();
            answers.write(request, response, failure);
            return;
        }
        if (earlier == null) {
            buffered.copyBodyToResponse();
        } else {
            replay(earlier, response);
        }
    }

    /** The earlier answer, or null after the work was done and its answer stored. */
    private @Nullable StoredAnswer run(
            Turn turn,
            RepeatableRequest request,
            ContentCachingResponseWrapper buffered,
            FilterChain chain,
            TransactionStatus status) {
        if (!keys.take(turn.personId(), turn.key(), request.hash())) {
            return keys.answer(turn.personId(), turn.key(), request.hash());
        }
        try {
            chain.doFilter(request, buffered);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ServletException failure) {
            throw new IllegalStateException("The handler failed", failure);
        }
        if (buffered.getStatus() >= 400 || status.isRollbackOnly()) {
            status.setRollbackOnly();
        } else {
            keys.store(
                    turn.personId(),
                    turn.key(),
                    new StoredAnswer(
                            buffered.getStatus(),
                            buffered.getContentType(),
                            buffered.getHeader(HttpHeaders.LOCATION),
                            buffered.getContentAsByteArray()));
        }
        return null;
    }

    private static void replay(StoredAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static InvalidInput secretAnswer() {
        return new InvalidInput(new Finding(
                KEY,
                "Tokens cannot be made with an idempotency key, since their secret is told once and stored nowhere.",
                "Leave the key out; revoke a token whose answer was lost and make another."));
    }

    private static InvalidInput malformedKey() {
        return new InvalidInput(new Finding(
                KEY,
                "The idempotency key is malformed.",
                "Use 1 to 200 visible ASCII characters, for instance a UUID."));
    }
}
