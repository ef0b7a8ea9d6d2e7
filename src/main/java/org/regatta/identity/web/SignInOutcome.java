package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.regatta.identity.profile.Profiles;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.SessionNotes;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.SignedInPerson;
import org.regatta.identity.session.Way;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What follows a sign-in, the same for every way: it is written down, the session notes it, pages speak the language that
 * the person chose, and the person goes on to what is left to do, to the page that was wanted, or to {@code /}, which leads
 * to the page of the primary role.
 */
@Component
class SignInOutcome {

    private final SignIns signIns;
    private final Profiles profiles;
    private final LocaleResolver languages;
    private final Clock clock;

    SignInOutcome(SignIns signIns, Profiles profiles, LocaleResolver languages, Clock clock) {
        this.signIns = signIns;
        this.profiles = profiles;
        this.languages = languages;
        this.clock = clock;
    }

    /** Where the person goes on to. The session has its new id already. */
    String succeeded(HttpServletRequest request, HttpServletResponse response, Authentication who, Way way) {
        var person = (SignedInPerson) who.getPrincipal();
        var left = signIns.succeeded(person.id(), way);
        SessionNotes.begin(request, left, clock.instant());
        profiles.chosenLanguage(person.id())
                .ifPresentOrElse(
                        language -> languages.setLocale(request, response, language),
                        () -> profiles.readsIn(person.id(), languages.resolveLocale(request)));
        return SessionNotes.next(request).map(NextStep::page).orElseGet(() -> ReturnPath.take(request, response));
    }

    /** Back to the door, which says why; a wrong password was written down where it was looked at. */
    void refused(HttpServletResponse response, AuthenticationException why, Way way) throws IOException {
        if (way == Way.PASSWORD) {
            go(response, SignInFirst.PAGE + (why instanceof LockedException ? "?locked" : "?error"));
            return;
        }
        signIns.failed(null, way);
        go(response, SignInFirst.PAGE + "?linkRefused");
    }

    static void go(HttpServletResponse response, String page) throws IOException {
        response.sendRedirect(page);
    }

    static void seeOther(HttpServletResponse response, String page) {
        response.setHeader(HttpHeaders.LOCATION, page);
        response.setStatus(HttpStatus.SEE_OTHER.value());
    }
}
