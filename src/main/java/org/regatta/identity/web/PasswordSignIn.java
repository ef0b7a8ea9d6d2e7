package org.regatta.identity.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.limit.Lockouts;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.SignedInPerson;
import org.regatta.identity.session.Way;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs in by address and password. Unknown address, disabled account, no password set and wrong password take the
 * same path and so the same time, and get the same answer; after too many of them none is looked at for a while.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private record Account(UUID id, String email, @Nullable String hash, boolean enabled) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Lockouts lockouts;
    private final SignIns signIns;
    private final String nobodysHash;

    PasswordSignIn(JdbcClient jdbc, PasswordEncoder passwords, Lockouts lockouts, SignIns signIns) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.lockouts = lockouts;
        this.signIns = signIns;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        // PostgreSQL takes no NUL in a text
        var email = attempt.getName().strip().replace("\0", "");
        var password = attempt.getCredentials() instanceof String given ? given : "";
        var turn = lockouts.begin(email, sender(attempt))
                .orElseThrow(() -> new LockedException("Too many sign-ins failed. Try again later."));
        var account = account(email);
        var usable = account != null && account.enabled() && account.hash() != null ? account : null;
        var matches = passwords.matches(password, usable == null ? nobodysHash : usable.hash());
        if (usable == null || !matches) {
            var personId = account == null ? null : account.id();
            lockouts.failed(turn, personId);
            signIns.failed(personId, Way.PASSWORD);
            throw new BadCredentialsException("The address and the password do not belong together.");
        }
        lockouts.succeeded(turn);
        var person = new SignedInPerson(usable.id(), usable.email());
        return UsernamePasswordAuthenticationToken.authenticated(person, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private @Nullable Account account(String email) {
        return jdbc.sql("select id, email, password_hash, enabled from person where lower(email) = lower(:email)")
                .param("email", email)
                .query((row, number) -> new Account(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password_hash"),
                        row.getBoolean("enabled")))
                .optional()
                .orElse(null);
    }

    private static String sender(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
    }
}
