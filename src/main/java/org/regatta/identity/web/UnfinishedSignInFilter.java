package org.regatta.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.regatta.identity.SignInUnfinished;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.SessionNotes;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows nothing but what is left to do as long as a sign-in is not complete; the API refuses until then. */
class UnfinishedSignInFilter extends OncePerRequestFilter {

    /** The door and the way out, and what pages are made of. */
    private static final List<String> OPEN = List.of("/sign-in", "/sign-out", FreshSignInCheck.PAGE);

    private static final List<String> OPEN_BELOW = List.of(
            "/assets/",
            "/sign-in/",
            "/favicon.ico",
            "/api/health",
            "/actuator/health",
            "/login/webauthn",
            "/webauthn/authenticate/");
    private static final String REGISTER = "/webauthn/register";

    private final ProblemAnswers answers;

    UnfinishedSignInFilter(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SessionNotes.brokeOff(request)) {
            // nobody knows what is left to do, a second factor perhaps: it counts as no sign-in
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
        }
        var next = SessionNotes.next(request);
        if (next.isEmpty() || serves(next.get(), request.getServletPath())) {
            chain.doFilter(request, response);
        } else if (ProblemAnswers.wantsJson(request)) {
            answers.write(request, response, new SignInUnfinished());
        } else if (ProblemAnswers.wantsFragment(request)) {
            response.setHeader("HX-Redirect", next.get().page());
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            SignInOutcome.seeOther(response, next.get().page());
        }
    }

    /** The step's own page, and a passkey where a password or a passkey is to be set. */
    private static boolean serves(NextStep step, String path) {
        return path.equals(step.page()) || (step == NextStep.SET_PASSWORD && path.startsWith(REGISTER));
    }
}
