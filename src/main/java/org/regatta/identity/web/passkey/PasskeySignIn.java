package org.regatta.identity.web.passkey;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.People;
import org.regatta.identity.session.SignedInPerson;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;

/** Signs in whoever shows that they hold a passkey. */
@Component
class PasskeySignIn implements AuthenticationProvider {

    private final WebAuthnRelyingPartyOperations operations;
    private final People people;

    PasskeySignIn(WebAuthnRelyingPartyOperations operations, People people) {
        this.operations = operations;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var owner = operations.authenticate(((WebAuthnAuthenticationRequestToken) attempt).getWebAuthnRequest());
        var handle = ByteBuffer.wrap(owner.getId().getBytes());
        var personId = new UUID(handle.getLong(), handle.getLong());
        var person = people.byIds(List.of(personId)).get(personId);
        if (person == null || !person.enabled()) {
            throw new BadCredentialsException("The account is closed");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(person.id(), person.email()), null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return WebAuthnAuthenticationRequestToken.class.isAssignableFrom(authentication);
    }
}
