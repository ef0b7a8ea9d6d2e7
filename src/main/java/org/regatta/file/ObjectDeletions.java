package org.regatta.file;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outbox of deletions, {@code object_deletion}. */
@Component
@Transactional
class ObjectDeletions {

    private final JdbcClient database;
    private final FileProperties properties;

    ObjectDeletions(JdbcClient database, FileProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /**
     * An object that this node deletes now.
     *
     * @param attempts this one included
     */
    record Claimed(String objectKey, @Nullable String uploadId, int attempts) {}

    /** Takes the deletion that has waited longest; nobody else takes it until the lease is over. */
    public Optional<Claimed> claim() {
        return database.sql("""
                        update object_deletion set attempts = attempts + 1,
                               next_attempt_at = clock_timestamp() + :lease * interval '1 millisecond'
                        where object_key = (select object_key from object_deletion
                                            where next_attempt_at <= clock_timestamp()
                                            order by next_attempt_at limit 1 for update skip locked)
                        returning object_key, upload_id, attempts""")
                .param("lease", properties.takeOverAfter().toMillis())
                .query(Claimed.class)
                .optional();
    }

    public void done(String objectKey) {
        database.sql("delete from object_deletion where object_key = :key")
                .param("key", objectKey)
                .update();
    }

    /** Keeps why it failed; it is tried again for as long as it takes. */
    public void failed(String objectKey, String error, Duration retryAfter) {
        database.sql("""
                        update object_deletion
                        set last_error = left(:error, 500),
                            next_attempt_at = clock_timestamp() + :wait * interval '1 millisecond'
                        where object_key = :key""")
                .param("error", error)
                .param("wait", retryAfter.toMillis())
                .param("key", objectKey)
                .update();
    }
}
