package org.regatta.file;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code stored_file}. All times are the database's, so that nodes agree. */
@Repository
class StoredFileRepository {

    private final JdbcClient database;

    StoredFileRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * A file with what only this module may know.
     *
     * @param objectKey random
     * @param uploadId of the store; null before the first part is asked for
     */
    record Kept(
            UUID id,
            String objectKey,
            String name,
            long sizeBytes,
            Set<FileFormat> accepts,
            FileState state,
            @Nullable String uploadId) {}

    void insert(UUID id, String objectKey, NewFile file) {
        database.sql("""
                        insert into stored_file (id, object_key, name, size_bytes, accepts, state, announced_at, touched_at)
                        values (:id, :key, :name, :size, cast(:accepts as text[]), 'ANNOUNCED', clock_timestamp(),
                                clock_timestamp())""")
                .param("id", id)
                .param("key", objectKey)
                .param("name", file.name())
                .param("size", file.sizeBytes())
                .param("accepts", file.accepts().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }

    Optional<Kept> find(UUID id) {
        return database.sql("""
                        select id, object_key, name, size_bytes, accepts, state, upload_id from stored_file
                        where id = :id""")
                .param("id", id)
                .query((row, number) -> kept(row))
                .optional();
    }

    List<StoredFile> byIds(Collection<UUID> ids) {
        return database.sql("""
                        select id, name, size_bytes, state, format, refusal, announced_at, uploaded_at from stored_file
                        where id = any(cast(:ids as uuid[]))""")
                .param("ids", Ids.texts(ids))
                .query(StoredFile.class)
                .list();
    }

    /** Somebody is about to send parts; false if nothing more is expected. */
    boolean touch(UUID id) {
        return database.sql("""
                                update stored_file set touched_at = clock_timestamp()
                                where id = :id and state = 'ANNOUNCED'""").param("id", id).update() == 1;
    }

    /** False if another request was quicker to begin an upload, or nothing is expected any more. */
    boolean begun(UUID id, String uploadId) {
        return database.sql("""
                                update stored_file set upload_id = :upload
                                where id = :id and state = 'ANNOUNCED' and upload_id is null""").param("upload", uploadId).param("id", id).update() == 1;
    }

    /** Forgets an upload that the store has forgotten. */
    void lost(UUID id, String uploadId) {
        database.sql("update stored_file set upload_id = null where id = :id and upload_id = :upload")
                .param("id", id)
                .param("upload", uploadId)
                .update();
    }

    /** Into quarantine; false if it was not announced any more. */
    boolean uploaded(UUID id) {
        return database.sql("""
            update stored_file
            set state = 'UPLOADED', uploaded_at = clock_timestamp(), next_check_at = clock_timestamp(),
                upload_id = null
            where id = :id and state = 'ANNOUNCED'\
            """).param("id", id).update() == 1;
    }

    void rename(UUID id, String name) {
        database.sql("update stored_file set name = :name where id = :id and state <> 'REMOVED'")
                .param("name", name)
                .param("id", id)
                .update();
    }

    /** Takes it away, its name included; its object goes through the outbox. False if it was away already. */
    boolean remove(UUID id, Duration grace) {
        return database.sql("""
                        with gone as (
                            update stored_file f set state = 'REMOVED', name = ''
                            from (select id, state, upload_id from stored_file where id = :id for update) before
                            where f.id = before.id and before.state <> 'REMOVED'
                            returning f.object_key, before.upload_id, before.state as was),
                        queued as (
                            insert into object_deletion (object_key, upload_id, next_attempt_at)
                            select object_key, upload_id,
                                   clock_timestamp() + case when was = 'ANNOUNCED' then :grace else 0 end
                                                       * interval '1 millisecond'
                            from gone on conflict (object_key) do nothing)
                        select count(*) from gone""")
                        .param("id", id)
                        .param("grace", grace.toMillis())
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Gives up what nobody has sent a part of for this long; how many. */
    long abandon(Duration after, Duration grace) {
        return database.sql("""
                        with gone as (
                            update stored_file set state = 'REMOVED', name = ''
                            where state = 'ANNOUNCED'
                              and touched_at < clock_timestamp() - :after * interval '1 millisecond'
                            returning object_key, upload_id),
                        queued as (
                            insert into object_deletion (object_key, upload_id, next_attempt_at)
                            select object_key, upload_id, clock_timestamp() + :grace * interval '1 millisecond'
                            from gone on conflict (object_key) do nothing)
                        select count(*) from gone""")
                .param("after", after.toMillis())
                .param("grace", grace.toMillis())
                .query(Long.class)
                .single();
    }

    /** Of these uploads of the store, those that a file waits for. */
    Set<String> expected(Collection<String> uploadIds) {
        return database.sql("""
                        select upload_id from stored_file
                        where state = 'ANNOUNCED' and upload_id = any(cast(:ids as text[]))""")
                .param("ids", uploadIds.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("object_key"),
                row.getString("name"),
                row.getLong("size_bytes"),
                formats(row.getArray("accepts")),
                FileState.valueOf(row.getString("state")),
                row.getString("upload_id"));
    }

    private static Set<FileFormat> formats(Array names) throws SQLException {
        var formats = EnumSet.noneOf(FileFormat.class);
        Arrays.stream((String[]) names.getArray()).map(FileFormat::valueOf).forEach(formats::add);
        return formats;
    }
}
