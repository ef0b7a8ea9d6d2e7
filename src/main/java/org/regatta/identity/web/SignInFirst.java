package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Attempts;
import org.regatta.identity.NotSignedIn;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Sends people who are not signed in to the sign-in page, and tells programs that they need a token. */
@Component
class SignInFirst implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String PAGE = "/sign-in";

    private final ProblemAnswers answers;
    private final Access access;
    private final Attempts attempts;

    SignInFirst(ProblemAnswers answers, Access access, Attempts attempts) {
        this.answers = answers;
        this.access = access;
        this.attempts = attempts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (ProblemAnswers.wantsJson(request)) {
            answers.write(request, response, new NotSignedIn());
        } else {
            toTheDoor(request, response);
        }
    }

    /**
     * Also what a form meets whose session has ended: its CSRF token is then unknown. A program without a token has no
     * session either, and is told what it lacks.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (access.signedIn().isEmpty() && !ProblemAnswers.wantsJson(request)) {
            toTheDoor(request, response);
            return;
        }
        if (access.signedIn().isEmpty() && request.getRequestURI().startsWith("/api/")) {
            answers.write(request, response, new NotSignedIn());
            return;
        }
        var upload = unreadableUpload(request, why);
        if (upload != null) {
            answers.write(request, response, upload);
            return;
        }
        var code = why instanceof CsrfException ? "csrfTokenMissing" : "accessDenied";
        access.actor().ifPresent(person -> attempts.denied(request, person, code, null));
        answers.write(request, response, why);
    }

    /** Why the files of a form could not be taken: its CSRF token, a field beside them, is then missing too. */
    private static @Nullable MultipartException unreadableUpload(
            HttpServletRequest request, AccessDeniedException why) {
        if (why instanceof CsrfException && new StandardServletMultipartResolver().isMultipart(request)) {
            try {
                new StandardServletMultipartResolver().resolveMultipart(request);
            } catch (MultipartException unreadable) {
                return unreadable;
            }
        }
        return null;
    }

    private static void toTheDoor(HttpServletRequest request, HttpServletResponse response) {
        ReturnPath.remember(request, response);
        if (ProblemAnswers.wantsFragment(request)) {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, PAGE);
    }
}
