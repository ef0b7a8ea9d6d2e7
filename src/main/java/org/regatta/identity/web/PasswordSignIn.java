package org.regatta.identity.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs in by address and password. Unknown address, disabled account, no password set and wrong password take the
 * same path and so the same time, and get the same answer.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private record Account(UUID id, String email, @Nullable String hash, boolean enabled) {}

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    PasswordSignIn(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode(UUID.randomUUID().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        // PostgreSQL takes no NUL in a text
        var email = attempt.getName().strip().replace("\0", "");
        var password = attempt.getCredentials() instanceof String given ? given : "";
        var account = jdbc.sql(
                        "select id, email, password_hash, enabled from person where lower(email) = lower(:email)")
                .param("email", email)
                .query((row, number) -> new Account(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("password_hash"),
                        row.getBoolean("enabled")))
                .optional();
        var usable = account.filter(found -> found.enabled() && found.hash() != null);
        var matches = passwords.matches(password, usable.map(Account::hash).orElse(nobodysHash));
        if (!matches || usable.isEmpty()) {
            throw new BadCredentialsException("The address and the password do not belong together.");
        }
        var person = new SignedInPerson(usable.get().id(), usable.get().email());
        return UsernamePasswordAuthenticationToken.authenticated(person, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
