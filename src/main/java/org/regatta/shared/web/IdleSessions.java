package org.regatta.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when its reader has done nothing for as long as a session lasts, and whatever they do after {@code
 * regatta.longest-session}: a session that somebody took does not last for ever. What a page asks by itself, counts in
 * the navigation or the board's news, says so in the header {@value #BY_ITSELF} and is no act: a tab left open does not
 * keep anybody signed in.
 */
@Component
@Order(IdleSessions.BETWEEN_SESSIONS_AND_SECURITY)
class IdleSessions extends OncePerRequestFilter {

    static final String BY_ITSELF = "Regatta-By-Itself";
    static final int BETWEEN_SESSIONS_AND_SECURITY = -1_000;

    private static final String LAST_ACT = IdleSessions.class.getName();
    private static final String BEGUN = LAST_ACT + ".begun";

    /** Not every click is worth a write. */
    private static final Duration EXACT_ENOUGH = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration longest;

    IdleSessions(Clock clock, @Value("${regatta.longest-session:P7D}") Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    /** Pictures and styles are the same for everybody: no session is read for them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            watch(session, request.getHeader(BY_ITSELF) != null);
        }
        chain.doFilter(request, response);
    }

    private void watch(HttpSession session, boolean byItself) {
        var now = clock.millis();
        var begun = noted(session, BEGUN);
        var lastAct = noted(session, LAST_ACT);
        if (isOver(begun, now, longest) || isOver(lastAct, now, Duration.ofSeconds(session.getMaxInactiveInterval()))) {
            session.invalidate();
            return;
        }
        if (begun == null) {
            session.setAttribute(BEGUN, now);
        }
        if (lastAct == null || (!byItself && now - lastAct > EXACT_ENOUGH.toMillis())) {
            session.setAttribute(LAST_ACT, now);
        }
    }

    private static boolean isOver(@Nullable Long since, long now, Duration lasts) {
        return since != null && now - since > lasts.toMillis();
    }

    private static @Nullable Long noted(HttpSession session, String name) {
        return session.getAttribute(name) instanceof Long known ? known : null;
    }
}
