package org.regatta.identity.web.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Attempts;
import org.regatta.identity.SeenAs;
import org.regatta.identity.session.SessionNotes;
import org.regatta.identity.viewas.ViewingOnly;
import org.regatta.identity.viewas.ViewsAs;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a request as the person would see it whom the session's owner sees the site as, and refuses whatever is not
 * reading. The session keeps its owner; a token has no session and is never anybody else.
 */
@Component
@Order(ViewAsFilter.AFTER_SECURITY)
class ViewAsFilter extends OncePerRequestFilter {

    /** Who is signed in is known by then; before requests are compared with earlier ones. */
    static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    /** Answered as the person who looks. */
    static final String END = "/view-as/end";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ViewsAs views;
    private final Access access;
    private final Attempts attempts;
    private final ProblemAnswers answers;

    ViewAsFilter(ViewsAs views, Access access, Attempts attempts, ProblemAnswers answers) {
        this.views = views;
        this.access = access;
        this.attempts = attempts;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var seen = session == null ? Optional.<SeenAs>empty() : seen(session);
        if (seen.isEmpty() || request.getServletPath().equals(END)) {
            chain.doFilter(request, response);
            return;
        }
        if (!READING.contains(request.getMethod())) {
            var refusal = new ViewingOnly();
            attempts.denied(request, seen.get().actor(), refusal.code(), null);
            answers.write(request, response, refusal);
            return;
        }
        var own = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(seen.get(), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.setContext(own);
        }
    }

    private Optional<SeenAs> seen(HttpSession session) {
        if (!(session.getAttribute(SessionNotes.VIEW_AS) instanceof String view)
                || access.signedIn().isEmpty()) {
            return Optional.empty();
        }
        var seen = views.running(UUID.fromString(view));
        if (seen.isEmpty()) {
            session.removeAttribute(SessionNotes.VIEW_AS);
        }
        return seen;
    }
}
