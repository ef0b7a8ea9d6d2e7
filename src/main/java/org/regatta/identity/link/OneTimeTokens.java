package org.regatta.identity.link;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.regatta.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues tokens of 256 random bits that work once, for one purpose, until they expire; only hashes are stored. Checks no
 * rights: its callers do.
 */
@Service
@Transactional
public class OneTimeTokens {

    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    /** How long what was used or has expired is kept, so that pages can tell what became of a link. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String GOOD =
            " where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param personId whom it is for; null where nobody is known yet
     * @param email the address it is about, at most 320 characters; null where it is about none
     * @param life how long it works
     */
    public IssuedToken issue(Purpose purpose, @Nullable UUID personId, @Nullable String email, Duration life) {
        var now = clock.instant();
        var token = token(now.plus(life));
        jdbc.sql("""
                        insert into one_time_token (id, token_hash, purpose, person_id, email, created_at, expires_at)
                        values (:id, :hash, :purpose, cast(:person as uuid), :email, :now, :expires)
                        """)
                .param("id", token.id())
                .param("hash", Sha256.of(token.secret()))
                .param("purpose", purpose.name())
                .param("person", personId == null ? null : personId.toString())
                .param("email", email)
                .param("now", utc(now))
                .param("expires", utc(token.expiresAt()))
                .update();
        return token;
    }

    /**
     * Makes a token for each of these people, in their order; one statement.
     *
     * @param life how long they work
     */
    public List<IssuedToken> issueAll(Purpose purpose, List<UUID> personIds, Duration life) {
        var now = clock.instant();
        var tokens = personIds.stream().map(person -> token(now.plus(life))).toList();
        jdbc.sql("""
                        insert into one_time_token (id, token_hash, purpose, person_id, created_at, expires_at)
                        select cast(id as uuid), decode(hash, 'hex'), :purpose, cast(person as uuid), :now, :expires
                          from unnest(cast(:ids as text[]), cast(:hashes as text[]), cast(:people as text[]))
                               as new (id, hash, person)
                        """)
                .param("ids", Ids.texts(tokens.stream().map(IssuedToken::id).toList()))
                .param(
                        "hashes",
                        tokens.stream().map(token -> Sha256.hex(token.secret())).toArray(String[]::new))
                .param("people", Ids.texts(personIds))
                .param("purpose", purpose.name())
                .param("now", utc(now))
                .param("expires", utc(now.plus(life)))
                .update();
        return tokens;
    }

    /** What a token that would work now says, without using it up; for the page that a link opens. */
    @Transactional(readOnly = true)
    public Optional<GoodToken> look(Purpose purpose, String secret) {
        return ask("select id, person_id, email, expires_at from one_time_token" + GOOD, purpose, secret);
    }

    /**
     * Uses a token up. Of any number of callers at the same time one succeeds; a transaction that is rolled back leaves
     * the token good.
     *
     * @throws LinkNotGood if it is unknown, used, expired, ended or for another purpose
     */
    public GoodToken use(Purpose purpose, String secret) {
        return ask(
                        "update one_time_token set used_at = :now" + GOOD
                                + "returning id, person_id, email, expires_at",
                        purpose,
                        secret)
                .orElseThrow(LinkNotGood::new);
    }

    /**
     * Ends what was issued to this person for this purpose and still works.
     *
     * @return how many
     */
    public int end(UUID personId, Purpose purpose) {
        return endAll(List.of(personId), purpose);
    }

    /** The same for many people; one statement. */
    public int endAll(Collection<UUID> personIds, Purpose purpose) {
        return jdbc.sql("""
                        update one_time_token set expires_at = :now
                         where person_id = any(cast(:people as uuid[])) and purpose = :purpose and used_at is null and expires_at > :now
                        """)
                .param("now", utc(clock.instant()))
                .param("people", Ids.texts(personIds))
                .param("purpose", purpose.name())
                .update();
    }

    /**
     * Forgets tokens that expired more than 90 days ago.
     *
     * @return how many
     */
    int purge() {
        return jdbc.sql("delete from one_time_token where expires_at < :before")
                .param("before", utc(clock.instant().minus(KEPT)))
                .update();
    }

    private IssuedToken token(Instant expiresAt) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new IssuedToken(
                Ids.next(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), expiresAt);
    }

    private Optional<GoodToken> ask(String sql, Purpose purpose, String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        return jdbc.sql(sql)
                .param("hash", Sha256.of(secret))
                .param("purpose", purpose.name())
                .param("now", utc(clock.instant()))
                .query(OneTimeTokens::token)
                .optional();
    }

    private static GoodToken token(ResultSet row, int number) throws SQLException {
        return new GoodToken(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("email"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
