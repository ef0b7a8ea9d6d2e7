package org.regatta.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets tests call services as a person, without a request. */
public final class Acting {

    private Acting() {}

    /** Makes {@code personId} the person at work on this thread until {@link #asNobody}. */
    public static void as(UUID personId) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(personId.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** Makes {@code actor} see everything as {@code personId} does, until {@link #asNobody}. */
    static void viewing(UUID personId, UUID actor) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SeenAs(personId, actor, Instant.MAX), null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    /** Runs {@code work} as {@code personId}, then as whoever was at work before. */
    public static <T> T as(UUID personId, Callable<T> work) throws Exception {
        var before = SecurityContextHolder.getContext();
        as(personId);
        try {
            return work.call();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The access policy over a database, without what other modules know of people and projects. */
    public static Access access(JdbcClient jdbc) {
        return new Access(jdbc, List.of());
    }

    /** What follows is one request, until {@link #asNobody}: roles are read once for all of it. */
    static void inOneRequest() {
        var request = new ServletRequestAttributes(new MockHttpServletRequest());
        request.setAttribute(Access.REQUEST_CACHE, new AtomicReference<>(), RequestAttributes.SCOPE_REQUEST);
        RequestContextHolder.setRequestAttributes(request);
    }

    /** Nobody is at work any more, as in a job. */
    public static void asNobody() {
        RequestContextHolder.resetRequestAttributes();
        SecurityContextHolder.clearContext();
    }
}
