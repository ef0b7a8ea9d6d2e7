package org.regatta.identity.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.identity.session.SignInFailed;
import org.regatta.identity.session.Way;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and revokes API tokens; only their hashes are stored. */
@Service
@Transactional
public class ApiTokens {

    private static final Pattern SECRET = Pattern.compile("rgt_[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final Duration SEEN = Duration.ofMinutes(1);
    private static final Duration LONGEST_ADMINISTERING = Duration.ofDays(90);
    private static final Limit MOST = Limit.of(200);

    private final ApiTokenRepository tokens;
    private final WorkingTokens working;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(
            ApiTokenRepository tokens,
            WorkingTokens working,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.working = working;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a token for the viewer; publishes {@link ApiTokenIssued}.
     *
     * @param expiresAt null: never
     * @throws InvalidInput if the name is empty or longer than 100 characters, or the expiry has passed or is more than
     *     ten years away; or for a token to administer without one in the next 90 days
     */
    public IssuedToken create(String name, TokenScope scope, @Nullable Instant expiresAt) {
        if (scope == TokenScope.ADMINISTER
                && (expiresAt == null || expiresAt.isAfter(clock.instant().plus(LONGEST_ADMINISTERING)))) {
            throw new InvalidInput(new Finding(
                    "expiresAt",
                    "A token to administer works for 90 days at most.",
                    "Choose a time within the next 90 days."));
        }
        return issue(access.viewer().personId(), name, scope, expiresAt);
    }

    /**
     * The same, asked for with a token: the new one ends no later than that.
     *
     * @throws TokenDoesNotAdminister if the new one is to administer: a person makes it, after a fresh sign-in
     */
    public IssuedToken create(String name, TokenScope scope, @Nullable Instant expiresAt, Bearer by) {
        if (scope == TokenScope.ADMINISTER) {
            throw new TokenDoesNotAdminister();
        }
        var end = by.expiresAt();
        var later = end != null && (expiresAt == null || expiresAt.isAfter(end));
        return create(name, scope, later ? end : expiresAt);
    }

    /** A token for everything its owner may do, for set-up and tests; checks no rights. */
    public IssuedToken issue(UUID personId, String name, @Nullable Instant expiresAt) {
        return issue(personId, name, TokenScope.ADMINISTER, expiresAt);
    }

    /** The same with a scope. */
    public IssuedToken issue(UUID personId, String name, TokenScope scope, @Nullable Instant expiresAt) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = "rgt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var token = tokens.save(new ApiToken(personId, name, scope, Sha256.of(secret), expiresAt, clock.instant()));
        var actor = access.signedIn().orElse(null);
        events.publishEvent(new ApiTokenIssued(token.id(), personId, name, scope, expiresAt, actor, clock.instant()));
        return new IssuedToken(token.view(), secret);
    }

    /** The viewer's tokens that still work, newest first. */
    @Transactional(readOnly = true)
    public List<TokenView> own() {
        return tokens.working(access.viewer().personId(), clock.instant(), MOST).stream()
                .map(ApiToken::view)
                .toList();
    }

    /**
     * Ends one of the viewer's tokens; publishes {@link ApiTokenRevoked}.
     *
     * @throws NotVisible if the viewer has no such token, or it was revoked before
     */
    public void revoke(UUID tokenId) {
        var me = access.viewer().personId();
        tokens.findByIdAndPersonIdAndRevokedAtIsNull(tokenId, me)
                .orElseThrow(NotVisible::new)
                .revoke(clock.instant());
        events.publishEvent(new ApiTokenRevoked(tokenId, me, clock.instant()));
    }

    /** Whose token this is; empty for what is no token, unknown, expired, revoked or of a disabled person. */
    @Transactional(propagation = Propagation.SUPPORTS) // every request of a program asks it, by one statement
    public Optional<Bearer> bearer(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var found = working.find(Sha256.of(secret), now);
        // to the minute: a busy token must not write at every request
        found.filter(token -> token.unseenSince(now.minus(SEEN))).ifPresent(token -> working.used(token.id(), now));
        return found.map(WorkingTokens.Found::bearer);
    }

    /** Somebody came with a token that does not work; publishes {@link SignInFailed}, naming whose it was where it was one. */
    void refused(String secret) {
        var owner = SECRET.matcher(secret).matches()
                ? tokens.findByTokenHash(Sha256.of(secret))
                        .map(ApiToken::personId)
                        .orElse(null)
                : null;
        events.publishEvent(new SignInFailed(owner, Way.API_TOKEN, clock.instant()));
    }

    /**
     * Whom a token speaks for.
     *
     * @param expiresAt when the token ends; null: never
     * @param mustSetPassword whether the person has to set a password or a passkey first: until then no token works
     */
    public record Bearer(
            UUID personId,
            String email,
            TokenScope scope,
            @Nullable Instant expiresAt,
            boolean mustSetPassword) {}
}
