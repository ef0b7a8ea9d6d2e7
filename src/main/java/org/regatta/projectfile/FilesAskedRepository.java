package org.regatta.projectfile;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code file_asked}. */
@Repository
class FilesAskedRepository {

    private final JdbcClient database;

    FilesAskedRepository(JdbcClient database) {
        this.database = database;
    }

    List<AskedFile> of(UUID roundId) {
        return sorted(database.sql("select type, required, max_bytes from file_asked where round_id = :round")
                .param("round", roundId)
                .query(AskedFile.class)
                .list());
    }

    /** What the open intake of the project's competition asks for. */
    List<AskedFile> ofProject(UUID projectId) {
        return sorted(database.sql("""
                        select a.type, bool_or(a.required) as required, max(a.max_bytes) as max_bytes
                        from file_asked a join round r on r.id = a.round_id
                        join project p on p.competition_id = r.competition_id
                        where p.id = :project and r.kind = 'INTAKE' and r.status = 'OPEN'
                        group by a.type""")
                .param("project", projectId)
                .query(AskedFile.class)
                .list());
    }

    /** The caller has checked that the round may change. */
    void replace(UUID roundId, List<AskedFile> asked) {
        database.sql("delete from file_asked where round_id = :round")
                .param("round", roundId)
                .update();
        for (var one : asked) {
            database.sql("""
                            insert into file_asked (round_id, type, required, max_bytes)
                            values (:round, :type, :required, :max)""")
                    .param("round", roundId)
                    .param("type", one.type().name())
                    .param("required", one.required())
                    .param("max", one.maxBytes())
                    .update();
        }
    }

    /** Holds the round until the transaction ends; its status. */
    String lock(UUID roundId) {
        return database.sql("select status from round where id = :round for update")
                .param("round", roundId)
                .query(String.class)
                .single();
    }

    private static List<AskedFile> sorted(List<AskedFile> asked) {
        return asked.stream()
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .toList();
    }
}
