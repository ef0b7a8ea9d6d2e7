package org.regatta.deliberation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When approved decisions are to be released: {@code decision_release}. */
@Component
class DecisionReleases {

    private final JdbcClient database;

    DecisionReleases(JdbcClient database) {
        this.database = database;
    }

    void plan(UUID roundId, Instant at, UUID personId, Instant now) {
        database.sql("""
                        insert into decision_release (round_id, release_at, set_by, set_at) values (:round, :at, :person, :now)
                        on conflict (round_id) do update set release_at = :at, set_by = :person, set_at = :now""")
                .param("round", roundId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there was one. */
    boolean drop(UUID roundId) {
        return database.sql("delete from decision_release where round_id = :round")
                        .param("round", roundId)
                        .update()
                == 1;
    }

    Optional<Instant> of(UUID roundId) {
        return database.sql("select release_at from decision_release where round_id = :round")
                .param("round", roundId)
                .query((row, number) -> row.getTimestamp("release_at").toInstant())
                .optional();
    }
}
