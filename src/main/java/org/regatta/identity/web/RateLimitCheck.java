package org.regatta.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.regatta.identity.Access;
import org.regatta.identity.RateLimited;
import org.regatta.identity.limit.RateLimits;
import org.regatta.shared.TooManyRequests;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
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
    private final Access access;
    private final ProblemAnswers answers;

    RateLimitCheck(RateLimits limits, Access access, ProblemAnswers answers) {
        this.limits = limits;
        this.access = access;
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
        if (handler instanceof HandlerMethod method) {
            var limited = method.getMethodAnnotation(RateLimited.class);
            if (limited == null) {
                limited = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RateLimited.class);
            }
            if (limited != null) {
                limits.take(limited.value(), who(request));
            }
        }
        return true;
    }

    private void count(HttpServletRequest request) {
        var path = request.getServletPath();
        if (path.startsWith("/api/v")) {
            limits.take(API, who(request));
        } else if (request.getMethod().equals("POST")) {
            switch (path) {
                case SignInFirst.PAGE, SignInWays.LINK, "/login/webauthn" ->
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

    private String who(HttpServletRequest request) {
        return access.signedIn().map(Object::toString).orElseGet(request::getRemoteAddr);
    }

    private static String mailbox(HttpServletRequest request) {
        var typed = request.getParameter("username");
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }
}
