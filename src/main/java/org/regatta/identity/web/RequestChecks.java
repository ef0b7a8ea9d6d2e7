package org.regatta.identity.web;

import java.time.Clock;
import org.regatta.identity.Access;
import org.regatta.identity.limit.RateLimits;
import org.regatta.identity.session.SessionNotes;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a request passes besides the question who sends it: limits, a complete sign-in, a fresh one where it is asked. */
@Configuration(proxyBeanMethods = false)
class RequestChecks implements WebMvcConfigurer {

    private final RateLimitCheck limits;
    private final UnfinishedSignInFilter unfinished;
    private final FreshSignInCheck fresh;
    private final Clock clock;

    RequestChecks(RateLimits limits, Access access, ProblemAnswers answers, Clock clock) {
        this.limits = new RateLimitCheck(limits, access, answers);
        this.unfinished = new UnfinishedSignInFilter(answers);
        this.fresh = new FreshSignInCheck(clock);
        this.clock = clock;
    }

    HttpSecurity ofTokens(HttpSecurity http) {
        return http.addFilterAfter(limits, TokenSignInFilter.class);
    }

    /** Limits count before anything is looked at. */
    HttpSecurity ofSessions(HttpSecurity http) {
        return http.addFilterAfter(limits, LogoutFilter.class).addFilterBefore(unfinished, AuthorizationFilter.class);
    }

    /** Whether somebody is signed in whose sign-in is fresh; for what the filters themselves answer. */
    AuthorizationDecision fresh(Access access, RequestAuthorizationContext context) {
        return new AuthorizationDecision(
                access.signedIn().isPresent() && SessionNotes.fresh(context.getRequest(), clock.instant()));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits);
        registry.addInterceptor(fresh);
    }
}
