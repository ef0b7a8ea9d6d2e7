package org.regatta.projectfile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code project_file}. */
@Repository
class ProjectFileRepository {

    private static final String ROW =
            "select file_id, project_id, type, number, replaces_id, added_by from project_file ";

    private final JdbcClient database;

    ProjectFileRepository(JdbcClient database) {
        this.database = database;
    }

    /** A file of a project, removed or not. */
    record Row(
            UUID fileId,
            UUID projectId,
            FileType type,
            int number,
            @Nullable UUID replacesId,
            UUID addedBy) {}

    List<Row> of(UUID projectId) {
        return database.sql(ROW + "where project_id = :project")
                .param("project", projectId)
                .query(Row.class)
                .list();
    }

    Optional<Row> find(UUID fileId) {
        return database.sql(ROW + "where file_id = :id")
                .param("id", fileId)
                .query(Row.class)
                .optional();
    }

    /** With the next number of its type; the caller holds the project. */
    void insert(UUID fileId, UUID projectId, NewProjectFile file, UUID addedBy) {
        database.sql("""
                        insert into project_file (file_id, project_id, type, number, added_by, replaces_id)
                        select :id, :project, :type, coalesce(max(number), 0) + 1, :addedBy, cast(:replaces as uuid)
                        from project_file where project_id = :project and type = :type""")
                .param("id", fileId)
                .param("project", projectId)
                .param("type", file.type().name())
                .param("addedBy", addedBy)
                .param(
                        "replaces",
                        file.replacesId() == null ? null : file.replacesId().toString())
                .update();
    }

    /** Whether something that was decided about the project is released. */
    boolean released(UUID projectId) {
        return database.sql("""
                        select p.status in ('ADVANCED', 'NOT_SELECTED', 'AWARDED') or c.status = 'CLOSED'
                        from project p join competition c on c.id = p.competition_id where p.id = :project""")
                .param("project", projectId)
                .query(Boolean.class)
                .single();
    }
}
