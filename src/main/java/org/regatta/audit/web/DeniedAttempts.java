package org.regatta.audit.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.AttemptDenied;
import org.regatta.identity.Denial;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Says once per request that it was denied, in a transaction of its own: the one it failed in is gone by then. Visitors
 * are nobody to write down; they are asked to sign in.
 */
@Component
class DeniedAttempts implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SAID = DeniedAttempts.class.getName();

    private final Access access;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeniedAttempts(Access access, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.access = access;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(SAID) == null && refusal(request) instanceof Problem problem && isDenial(problem)) {
            request.setAttribute(SAID, true);
            access.actor().ifPresent(person -> {
                var denial = request.getAttribute(Denial.ATTRIBUTE) instanceof Denial found ? found : null;
                var event = new AttemptDenied(
                        problem.code(),
                        action(problem, denial),
                        request.getMethod(),
                        request.getRequestURI(),
                        denial == null ? null : denial.place().competitionId(),
                        person,
                        clock.instant());
                transaction.executeWithoutResult(status -> events.publishEvent(event));
            });
        }
    }

    private static boolean isDenial(Problem problem) {
        return problem instanceof ActionForbidden || problem instanceof NotVisible;
    }

    private static @Nullable Action action(Problem problem, @Nullable Denial denial) {
        if (problem instanceof ActionForbidden forbidden) {
            return forbidden.action();
        }
        return denial == null ? null : denial.action();
    }

    /** Where Spring leaves what stopped a request: the one for pages, the other for programs. */
    private static @Nullable Object refusal(HttpServletRequest request) {
        var shown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return shown == null ? request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) : shown;
    }
}
