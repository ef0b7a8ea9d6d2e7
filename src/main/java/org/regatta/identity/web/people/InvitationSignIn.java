package org.regatta.identity.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.regatta.identity.PersonView;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.SessionNotes;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.SignedInPerson;
import org.regatta.identity.session.Way;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs in whoever has shown by an invitation's link that the account is theirs, in a new session. */
@Component
class InvitationSignIn {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SignIns signIns;
    private final Clock clock;

    InvitationSignIn(SignIns signIns, Clock clock) {
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Where the person goes on to: first of all, to choose how to sign in from now on. */
    String as(PersonView person, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(person.id(), person.email()), null, AuthorityUtils.NO_AUTHORITIES);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        SessionNotes.begin(request, signIns.succeeded(person.id(), Way.LINK), clock.instant());
        return SessionNotes.next(request).map(NextStep::page).orElse("/");
    }
}
