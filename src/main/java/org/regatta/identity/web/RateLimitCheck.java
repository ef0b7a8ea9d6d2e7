package org.regatta.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.regatta.identity.RateLimited;
import org.regatta.identity.limit.HandlerLimits;
import org.regatta.identity.limit.RateLimits;
import org.regatta.identity.link.MagicLinks;
import org.regatta.shared.TooManyRequests;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what is asked for too often: as a filter the doors and the API, as an interceptor what is
 * {@link RateLimited}.
 */
class RateLimitCheck extends OncePerRequestFilter implements HandlerInterceptor {

    private static final String SIGN_IN = "sign-in";
    private static final String PASSKEY = "passkey";
    private static final String MAGIC_LINK = "magic-link";
    private static final String API = "api";

    private final RateLimits limits;
    private final HandlerLimits handlers;
    private final ProblemAnswers answers;

    RateLimitCheck(RateLimits limits, HandlerLimits handlers, ProblemAnswers answers) {
        this.limits = limits;
        this.handlers = handlers;
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            count(request);
        } catch (TooManyRequests refused) {
            answers.write(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        handlers.take(request, handler);
        return true;
    }

    private void count(HttpServletRequest request) {
        var path = request.getServletPath();
        if (path.startsWith("/api/v")) {
            limits.take(API, handlers.who(request));
        } else if (request.getMethod().equals("POST")) {
            switch (path) {
                case SignInFirst.PAGE, SignInWays.LINK, "/login/webauthn", "/invitation", "/set-up", "/second-factor" ->
                    limits.take(SIGN_IN, request.getRemoteAddr());
                // each look at the door asks for these
                case "/webauthn/authenticate/options" -> limits.take(PASSKEY, request.getRemoteAddr());
                case SignInWays.SEND_LINK -> {
                    limits.take(SIGN_IN, request.getRemoteAddr());
                    // nobody's mailbox is flooded from many addresses
                    limits.take(MAGIC_LINK, mailbox(request));
                }
                default -> {}
            }
        }
    }

    private static String mailbox(HttpServletRequest request) {
        var typed = request.getParameter("username");
        return typed == null ? "" : MagicLinks.mailbox(typed);
    }
}
