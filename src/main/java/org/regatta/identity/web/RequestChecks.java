package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.regatta.identity.Access;
import org.regatta.identity.limit.HandlerLimits;
import org.regatta.identity.limit.RateLimits;
import org.regatta.identity.session.SessionNotes;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a request passes besides the question who sends it: limits, a complete sign-in, a fresh one where it is asked. */
@Configuration(proxyBeanMethods = false)
class RequestChecks implements WebMvcConfigurer {

    /** What a person with a closed account must reach, to sign in with another or to be told. */
    private static final List<String> FOR_EVERYBODY = List.of(
            SignInFirst.PAGE,
            SignInWays.LINK,
            "/set-up",
            "/invitation",
            "/unsubscribe",
            "/error",
            "/api/health",
            "/actuator/**",
            "/assets/**",
            "/favicon.ico");

    private final RateLimitCheck limits;
    private final UnfinishedSignInFilter unfinished;
    private final FreshSignInCheck fresh;
    private final OpenAccounts accounts;
    private final Clock clock;

    RequestChecks(RateLimits limits, HandlerLimits handlers, Access access, ProblemAnswers answers, Clock clock) {
        this.limits = new RateLimitCheck(limits, handlers, answers);
        this.unfinished = new UnfinishedSignInFilter(answers);
        this.fresh = new FreshSignInCheck(access, clock);
        this.accounts = new OpenAccounts(access);
        this.clock = clock;
    }

    HttpSecurity ofTokens(HttpSecurity http) {
        return http.addFilterAfter(limits, TokenSignInFilter.class);
    }

    /** Limits count before anything is looked at. */
    HttpSecurity ofSessions(HttpSecurity http) {
        return http.addFilterAfter(limits, LogoutFilter.class).addFilterBefore(unfinished, AuthorizationFilter.class);
    }

    /**
     * Whether somebody is signed in whose sign-in is fresh, and who does not see the site as another person; for what the
     * filters themselves answer.
     */
    AuthorizationDecision fresh(Access access, RequestAuthorizationContext context) {
        return new AuthorizationDecision(access.signedIn().isPresent()
                && SessionNotes.fresh(context.getRequest(), clock.instant())
                && !SessionNotes.viewsAs(context.getRequest()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(accounts).excludePathPatterns(FOR_EVERYBODY);
        registry.addInterceptor(limits);
        registry.addInterceptor(fresh);
    }

    /**
     * Refuses whoever is signed in with an account that was closed since, also where a page shows nothing of anybody's: no
     * session outlives its account, whatever ended or did not end it.
     */
    private record OpenAccounts(Access access) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (access.signedIn().isPresent()) {
                access.viewer();
            }
            return true;
        }
    }
}
