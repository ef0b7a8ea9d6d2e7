package org.regatta.identity.web.idempotency;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys and answers of the last two days; every method joins the transaction of the request. */
@Component
class IdempotencyKeys {

    private record Row(byte[] requestHash, StoredAnswer answer) {}

    private final JdbcClient jdbc;

    IdempotencyKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the key; waits for a request with the same key on any node, and is false if that one succeeded. */
    boolean take(UUID personId, String key, byte[] requestHash) {
        return jdbc.sql("""
                        insert into idempotency_key (person_id, key, request_hash, status, body, created_at)
                        values (:personId, :key, :hash, 0, '', now())
                        on conflict do nothing
                        """)
                        .param("personId", personId)
                        .param("key", key)
                        .param("hash", requestHash)
                        .update()
                == 1;
    }

    void store(UUID personId, String key, StoredAnswer answer) {
        jdbc.sql("""
                        update idempotency_key
                           set status = :status, content_type = :contentType, location = :location, body = :body
                         where person_id = :personId and key = :key
                        """)
                .param("status", answer.status())
                .param("contentType", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("personId", personId)
                .param("key", key)
                .update();
    }

    /**
     * The answer given before.
     *
     * @throws InvalidInput if it was given to another request
     */
    StoredAnswer answer(UUID personId, String key, byte[] requestHash) {
        var row = jdbc.sql("""
                        select request_hash, status, content_type, location, body from idempotency_key
                         where person_id = :personId and key = :key
                        """)
                .param("personId", personId)
                .param("key", key)
                .query(IdempotencyKeys::row)
                .single();
        if (!MessageDigest.isEqual(row.requestHash(), requestHash)) {
            throw new InvalidInput(new Finding(
                    "Idempotency-Key",
                    "The key was used for another request.",
                    "Use a new key for every request; repeat a key only with the very same request."));
        }
        return row.answer();
    }

    int purge() {
        return jdbc.sql("delete from idempotency_key where created_at < now() - interval '48 hours'")
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getBytes("request_hash"),
                new StoredAnswer(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("body")));
    }
}
