package org.regatta.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Attempts;
import org.regatta.identity.NotVisible;
import org.regatta.identity.SignInNotFresh;
import org.regatta.identity.SignInUnfinished;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Has it written down that a request was denied by whatever answers it. What filters deny they say themselves. Visitors
 * are nobody to write down; they are asked to sign in.
 */
@Component
class DeniedAttempts implements HandlerInterceptor, WebMvcConfigurer {

    private final Access access;
    private final Attempts attempts;

    DeniedAttempts(Access access, Attempts attempts) {
        this.access = access;
        this.attempts = attempts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(ProblemAnswers.FAILURE) instanceof Problem problem && isDenial(problem)) {
            var action = problem instanceof ActionForbidden forbidden ? forbidden.action() : null;
            access.actor().ifPresent(person -> attempts.denied(request, person, problem.code(), action));
        }
    }

    /** Objects that are not there for somebody answer like missing ones; whoever must sign in again is not denied. */
    private static boolean isDenial(Problem problem) {
        return switch (problem.kind()) {
            case FORBIDDEN -> !(problem instanceof SignInNotFresh || problem instanceof SignInUnfinished);
            case NOT_FOUND -> problem instanceof NotVisible || problem.code().endsWith("NotFound");
            default -> false;
        };
    }
}
