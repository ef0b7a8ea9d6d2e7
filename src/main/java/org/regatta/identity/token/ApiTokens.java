package org.regatta.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and revokes API tokens; only their hashes are stored. */
@Service
@Transactional
public class ApiTokens {

    private static final Pattern SECRET = Pattern.compile("rgt_[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final Duration LONGEST_LIFE = Duration.ofDays(3_652);

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes a token for the viewer.
     *
     * @param expiresAt null: never
     * @throws InvalidInput if the name is empty or longer than 100 characters, or the expiry has passed or is more than
     *     ten years away
     */
    public IssuedToken create(String name, @Nullable Instant expiresAt) {
        return issue(access.viewer().personId(), name, expiresAt);
    }

    /** The same for any person, for set-up and tests; checks no rights. */
    public IssuedToken issue(UUID personId, String name, @Nullable Instant expiresAt) {
        var label = name.strip();
        if (label.isEmpty() || label.length() > 100 || label.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(new Finding(
                    "name", "The name is empty, too long or contains control characters.", "Use 1 to 100 characters."));
        }
        var now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new InvalidInput(
                    new Finding("expiresAt", "The expiry has passed already.", "Name a time in the future."));
        }
        if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
            throw new InvalidInput(new Finding(
                    "expiresAt",
                    "The expiry is too far away.",
                    "Name a time within ten years, or none for a token that works until it is revoked."));
        }
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = "rgt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var token = new TokenView(Ids.next(), label, now, expiresAt, null);
        jdbc.sql("""
                        insert into api_token (id, person_id, name, token_hash, created_at, expires_at)
                        values (:id, :personId, :name, :hash, :now, :expiresAt)
                        """)
                .param("id", token.id())
                .param("personId", personId)
                .param("name", label)
                .param("hash", hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new IssuedToken(token, secret);
    }

    /** The viewer's tokens that still work, newest first. */
    @Transactional(readOnly = true)
    public List<TokenView> own() {
        return jdbc.sql("""
                        select id, name, created_at, expires_at, last_used_at from api_token
                         where person_id = :personId and revoked_at is null
                           and (expires_at is null or expires_at > now())
                         order by id desc limit 200
                        """)
                .param("personId", access.viewer().personId())
                .query((row, number) -> new TokenView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "expires_at"),
                        instant(row, "last_used_at")))
                .list();
    }

    /**
     * Ends one of the viewer's tokens.
     *
     * @throws NotVisible if the viewer has no such token, or it was revoked before
     */
    public void revoke(UUID tokenId) {
        var revoked = jdbc.sql("""
                        update api_token set revoked_at = now()
                         where id = :id and person_id = :personId and revoked_at is null
                        """)
                .param("id", tokenId)
                .param("personId", access.viewer().personId())
                .update();
        if (revoked == 0) {
            throw new NotVisible();
        }
    }

    /** Whose token this is; empty for what is no token, unknown, expired, revoked or of a disabled person. */
    public Optional<Bearer> bearer(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        var found = jdbc.sql("""
                        select t.id, p.id as person_id, p.email,
                               t.last_used_at is null or t.last_used_at < now() - interval '1 minute' as stale
                          from api_token t join person p on p.id = t.person_id
                         where t.token_hash = :hash and t.revoked_at is null
                           and (t.expires_at is null or t.expires_at > now()) and p.enabled
                        """)
                .param("hash", hash(secret))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        new Bearer(row.getObject("person_id", UUID.class), row.getString("email")),
                        row.getBoolean("stale")))
                .optional();
        // to the minute: a busy token must not write at every request
        found.filter(Found::stale)
                .ifPresent(token -> jdbc.sql("update api_token set last_used_at = now() where id = :id")
                        .param("id", token.id())
                        .update());
        return found.map(Found::bearer);
    }

    /** Whom a token speaks for. */
    public record Bearer(UUID personId, String email) {}

    private record Found(UUID id, Bearer bearer, boolean stale) {}

    private static byte[] hash(String secret) {
        try {
            // 256 random bits need no slow hash, and the look-up by hash leaks nothing by its timing
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
