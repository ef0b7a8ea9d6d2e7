package org.regatta.file;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.file.StoredFileRepository.Kept;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The quarantine: who checks which file, and what came of it. */
@Component
@Transactional
class FileChecks {

    private final JdbcClient database;
    private final FileProperties properties;
    private final ApplicationEventPublisher events;

    FileChecks(JdbcClient database, FileProperties properties, ApplicationEventPublisher events) {
        this.database = database;
        this.properties = properties;
        this.events = events;
    }

    /**
     * A file that this node checks now.
     *
     * @param attempts this one included
     */
    record Claimed(Kept file, int attempts) {}

    /**
     * What a check found.
     *
     * @param format of the content, as far as it is one of ours
     * @param refusal null: it passed
     */
    record Verdict(@Nullable FileFormat format, @Nullable FileRefusal refusal) {}

    /** Takes the file that has waited longest; nobody else takes it until the lease is over. */
    public Optional<Claimed> claim() {
        return database.sql("""
                        update stored_file set check_attempts = check_attempts + 1,
                               next_check_at = clock_timestamp() + :lease * interval '1 millisecond'
                        where id = (select id from stored_file
                                    where state = 'UPLOADED' and next_check_at <= clock_timestamp()
                                    order by next_check_at, id limit 1 for update skip locked)
                        returning id, object_key, name, size_bytes, accepts, state, upload_id, check_attempts""")
                .param("lease", properties.takeOverAfter().toMillis())
                .query((row, number) -> new Claimed(StoredFileRepository.kept(row), row.getInt("check_attempts")))
                .optional();
    }

    /**
     * Lets the file out of quarantine, or refuses it and has its object deleted; publishes {@link FileSettled}. Nothing
     * happens if it was removed or settled meanwhile.
     */
    public void settle(UUID id, Verdict verdict) {
        var format = verdict.format();
        var refusal = verdict.refusal();
        var settled = database.sql("""
                        update stored_file
                        set state = :state, format = :format, refusal = :refusal, checked_at = clock_timestamp(),
                            check_error = null
                        where id = :id and state = 'UPLOADED'""")
                .param("state", refusal == null ? "CHECKED" : "REFUSED")
                .param("format", format == null ? null : format.name())
                .param("refusal", refusal == null ? null : refusal.name())
                .param("id", id)
                .update();
        if (settled == 0) {
            return;
        }
        if (refusal != null) {
            database.sql("""
                            insert into object_deletion (object_key, next_attempt_at)
                            select object_key, clock_timestamp() from stored_file where id = :id
                            on conflict (object_key) do nothing""").param("id", id).update();
        }
        events.publishEvent(new FileSettled(id, refusal));
    }

    /** Keeps why a check could not be made; it is tried again for as long as it takes. */
    public void failed(UUID id, String error, Duration retryAfter) {
        database.sql("""
                        update stored_file
                        set check_error = left(:error, 500),
                            next_check_at = clock_timestamp() + :wait * interval '1 millisecond'
                        where id = :id and state = 'UPLOADED'""")
                .param("error", error)
                .param("wait", retryAfter.toMillis())
                .param("id", id)
                .update();
    }
}
