package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.regatta.identity.PersonView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs in whoever has shown by a link that the account is theirs, in a new session. */
@Component
class InvitationSignIn {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final ApplicationEventPublisher events;

    InvitationSignIn(ApplicationEventPublisher events) {
        this.events = events;
    }

    void as(PersonView person, HttpServletRequest request, HttpServletResponse response) {
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
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(authentication, InvitationSignIn.class));
    }
}
