package org.regatta.identity.passkey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.regatta.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code passkey_challenge}: at most one for each session and kind, on whichever node the answer arrives. */
@Repository
@Transactional
class Challenges {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a challenge is for. */
    enum Kind {
        SIGN_IN,
        REGISTER
    }

    void keep(String sessionId, Kind kind, Bytes challenge) {
        jdbc.sql("""
                        insert into passkey_challenge (session_key, kind, challenge, expires_at)
                        values (:session, :kind, :challenge, :expires)
                        on conflict (session_key, kind)
                        do update set challenge = excluded.challenge, expires_at = excluded.expires_at
                        """)
                .param("session", key(sessionId))
                .param("kind", kind.name())
                .param("challenge", challenge.getBytes())
                .param("expires", utc(clock.instant().plus(LIFE)))
                .update();
    }

    /** The challenge, once; empty if there is none or it has expired. */
    Optional<Bytes> take(String sessionId, Kind kind) {
        return jdbc.sql("""
                        delete from passkey_challenge where session_key = :session and kind = :kind
                        returning challenge, expires_at
                        """)
                .param("session", key(sessionId))
                .param("kind", kind.name())
                .query((row, number) -> row.getObject("expires_at", OffsetDateTime.class)
                                .toInstant()
                                .isAfter(clock.instant())
                        ? Optional.of(new Bytes(row.getBytes("challenge")))
                        : Optional.<Bytes>empty())
                .optional()
                .flatMap(found -> found);
    }

    /**
     * Forgets what has expired.
     *
     * @return how many
     */
    int purge() {
        return jdbc.sql("delete from passkey_challenge where expires_at <= :now")
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The session's id itself opens the session, so it is not written down here. */
    private static String key(String sessionId) {
        return Sha256.hex(sessionId);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
