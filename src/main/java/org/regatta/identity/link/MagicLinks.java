package org.regatta.identity.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that sign in. Asking for one takes the same statements for every address: it is written down, and only after the
 * answer is it looked up whether there is somebody to send a link to.
 */
@Service
@Transactional
public class MagicLinks implements OneTimeTokenService {

    private static final int LONGEST_ADDRESS = 320;

    private final OneTimeTokens tokens;
    private final LinkLetters letters;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration expiry;

    MagicLinks(
            OneTimeTokens tokens,
            LinkLetters letters,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${regatta.magic-link-expiry:PT15M}") Duration expiry) {
        this.tokens = tokens;
        this.letters = letters;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.expiry = expiry;
    }

    /** The mailbox that is meant by what was typed: whatever is counted or looked up, it is by this. */
    public static String mailbox(String typed) {
        // PostgreSQL takes no NUL in a text
        var address = typed.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return address.substring(0, Math.min(LONGEST_ADDRESS, address.length()));
    }

    /** Notes who asked. The token is made later and told to nobody but the mailbox: what is returned holds none. */
    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        events.publishEvent(new LinkAsked(mailbox(request.getUsername())));
        return new DefaultOneTimeToken(
                "sent by mail", request.getUsername(), clock.instant().plus(expiry));
    }

    /** Uses a link up: the token's user name is the person's id; null if it is not good. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken shown) {
        try {
            var token = tokens.use(Purpose.SIGN_IN, shown.getTokenValue());
            return new DefaultOneTimeToken(shown.getTokenValue(), String.valueOf(token.personId()), token.expiresAt());
        } catch (LinkNotGood refused) {
            return null;
        }
    }

    @ApplicationModuleListener
    void on(LinkAsked asked) {
        jdbc.sql("select id from person where enabled and lower(email) = :email")
                .param("email", asked.email())
                .query(UUID.class)
                .optional()
                .ifPresent(this::send);
    }

    private void send(UUID personId) {
        letters.send(new LinkLetters.Wanted(Purpose.SIGN_IN, personId, null, expiry, "signIn", Map.of()));
        events.publishEvent(new SignInLinkSent(personId, clock.instant()));
    }
}
