package org.regatta.shared.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.regatta.shared.TooManyRequests;
import org.springframework.http.HttpStatus;

/**
 * A refusal on its way to the caller.
 *
 * @param code the problem's name in camelCase
 * @param detail one sentence for the caller; never from an exception that is not a {@link Problem}
 * @param retryAfter how long to wait before trying again; null where waiting does not help
 */
record Refusal(
        HttpStatus status,
        String code,
        String detail,
        List<Finding> findings,
        @Nullable Duration retryAfter) {

    Refusal(HttpStatus status, String code, String detail, List<Finding> findings) {
        this(status, code, detail, findings, null);
    }

    static Refusal of(HttpStatus status, String code, String detail) {
        return new Refusal(status, code, detail, List.of());
    }

    static Refusal of(Problem problem) {
        var status = switch (problem.kind()) {
            case NOT_SIGNED_IN -> HttpStatus.UNAUTHORIZED;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        var message = problem.getMessage();
        return new Refusal(
                status,
                problem.code(),
                message == null ? problem.code() : message,
                problem.findings(),
                problem instanceof TooManyRequests often ? often.retryAfter() : null);
    }

    /** The same in the language of the request. */
    Refusal in(ProblemWords words) {
        return new Refusal(status, code, words.sentence(detail), words.findings(findings), retryAfter);
    }

    static Refusal notFound() {
        return of(HttpStatus.NOT_FOUND, "notFound", "There is nothing at this address. Check it and try again.");
    }

    static Refusal unexpected() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong on our side; nothing was changed. Try again, and name the request id if it stays.");
    }
}
