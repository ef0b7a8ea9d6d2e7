package org.regatta.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.token.ApiTokens.Bearer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens as they come in: neither revoked nor expired, and of somebody whose account is open. */
@Component
class WorkingTokens {

    private static final String WORKING = """
            select t.id, t.person_id, t.scope, t.expires_at, t.last_used_at, p.email, p.must_set_password
              from api_token t join person p on p.id = t.person_id and p.enabled
             where t.token_hash = :hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > :now)""";

    private final JdbcClient jdbc;

    WorkingTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A token and whom it speaks for. */
    record Found(UUID id, @Nullable Instant lastUsedAt, Bearer bearer) {

        /** Whether no use since then is known. */
        boolean unseenSince(Instant time) {
            return lastUsedAt == null || lastUsedAt.isBefore(time);
        }
    }

    /** The one of this hash. */
    Optional<Found> find(byte[] hash, Instant now) {
        return jdbc.sql(WORKING)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Found(
                        row.getObject("id", UUID.class),
                        time(row, "last_used_at"),
                        new Bearer(
                                row.getObject("person_id", UUID.class),
                                row.getString("email"),
                                TokenScope.valueOf(row.getString("scope")),
                                time(row, "expires_at"),
                                row.getBoolean("must_set_password"))))
                .optional();
    }

    /** Notes a use. Leaves the version alone: many requests may use one token at the same moment. */
    void used(UUID id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
