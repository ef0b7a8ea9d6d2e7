package org.regatta.identity.web;

import java.util.UUID;
import org.regatta.identity.link.MagicLinks;
import org.regatta.identity.session.SignedInPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ott.InvalidOneTimeTokenException;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Signs in by a link that works once. */
@Component
class LinkSignIn implements AuthenticationProvider {

    private final MagicLinks links;
    private final JdbcClient jdbc;

    LinkSignIn(MagicLinks links, JdbcClient jdbc) {
        this.links = links;
        this.jdbc = jdbc;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var used = links.consume((OneTimeTokenAuthenticationToken) attempt);
        if (used == null) {
            throw new InvalidOneTimeTokenException("The link does not work (any more).");
        }
        var person = jdbc.sql("select id, email from person where id = cast(:id as uuid) and enabled")
                .param("id", used.getUsername())
                .query((row, number) -> new SignedInPerson(row.getObject("id", UUID.class), row.getString("email")))
                .optional()
                .orElseThrow(() -> new InvalidOneTimeTokenException("The account is closed."));
        return OneTimeTokenAuthenticationToken.authenticated(person, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OneTimeTokenAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
