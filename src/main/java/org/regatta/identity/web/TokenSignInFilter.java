package org.regatta.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Attempts;
import org.regatta.identity.SignInUnfinished;
import org.regatta.identity.session.SignedInPerson;
import org.regatta.identity.token.TokenDoor;
import org.regatta.identity.token.TokenReadsOnly;
import org.regatta.identity.token.TokenScope;
import org.regatta.shared.TooManyRequests;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by {@code Authorization: Bearer rgt_…}, for this one request only. */
class TokenSignInFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final TokenDoor door;
    private final Attempts attempts;
    private final ProblemAnswers answers;

    TokenSignInFilter(TokenDoor door, Attempts attempts, ProblemAnswers answers) {
        this.door = door;
        this.attempts = attempts;
        this.answers = answers;
    }

    /** Whether the request brings a token, good or bad. */
    static boolean hasToken(HttpServletRequest request) {
        return secret(request) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var secret = secret(request);
        var bearer = secret == null ? null : door.bearer(secret).orElse(null);
        if (bearer == null) {
            answers.write(request, response, refusal(secret, request));
            return;
        }
        if (bearer.mustSetPassword()) {
            answers.write(request, response, new SignInUnfinished());
            return;
        }
        if (bearer.scope() == TokenScope.READ && !READING.contains(request.getMethod())) {
            var refusal = new TokenReadsOnly();
            attempts.denied(request, bearer.personId(), refusal.code(), null);
            answers.write(request, response, refusal);
            return;
        }
        var person = new SignedInPerson(bearer.personId(), bearer.email());
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(person, null, AuthorityUtils.NO_AUTHORITIES);
        // a token makes no token that outlives it
        authentication.setDetails(bearer);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Exception refusal(@Nullable String secret, HttpServletRequest request) {
        try {
            door.refuse(secret == null ? "" : secret, request.getRemoteAddr());
            return new BadCredentialsException("The token does not work");
        } catch (TooManyRequests tooOften) {
            return tooOften;
        }
    }

    private static @Nullable String secret(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
