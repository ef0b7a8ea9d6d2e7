package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.SignInNotFresh;
import org.regatta.identity.session.SessionNotes;
import org.regatta.identity.session.TypedForm;
import org.regatta.identity.token.ApiTokens.Bearer;
import org.regatta.identity.token.TokenDoesNotAdminister;
import org.regatta.identity.token.TokenScope;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Leads people whose sign-in is not fresh past {@code /confirm-sign-in} where {@link FreshSignIn} asks for it. Refuses
 * tokens that were not made to administer: a program cannot sign in anew.
 */
class FreshSignInCheck implements HandlerInterceptor {

    static final String PAGE = "/confirm-sign-in";

    /** Shows a form that was sent too late once more, to be sent now. */
    static final String GO_ON = "/go-on";

    private final Access access;
    private final Clock clock;

    FreshSignInCheck(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !asks(method)) {
            return true;
        }
        if (TokenSignInFilter.hasToken(request)) {
            requireAdministering(SecurityContextHolder.getContext().getAuthentication());
            return true;
        }
        if (SessionNotes.fresh(request, clock.instant())) {
            TypedForm.sent(request);
            return true;
        }
        if (ProblemAnswers.wantsJson(request)) {
            throw new SignInNotFresh();
        }
        if (TypedForm.keep(request, access)) {
            ReturnPath.remember(GO_ON, request, response);
        } else {
            ReturnPath.remember(request, response);
        }
        if (ProblemAnswers.wantsFragment(request)) {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpStatus.FORBIDDEN.value());
        } else {
            response.setHeader(HttpHeaders.LOCATION, PAGE);
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
        return false;
    }

    private static void requireAdministering(@Nullable Authentication who) {
        if (who == null || !(who.getDetails() instanceof Bearer bearer) || bearer.scope() != TokenScope.ADMINISTER) {
            throw new TokenDoesNotAdminister();
        }
    }

    private static boolean asks(HandlerMethod method) {
        return method.hasMethodAnnotation(FreshSignIn.class)
                || method.getBeanType().isAnnotationPresent(FreshSignIn.class);
    }
}
