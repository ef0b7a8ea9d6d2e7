package org.regatta.jury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.jury.Conflicts.NewConflict;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code conflict_of_interest}. */
@Repository
class ConflictRepository {

    private static final String SELECT = """
            select id, project_id, person_id, kind, reason, declared_at from conflict_of_interest
            where lifted_at is null and\s""";

    private final JdbcClient database;

    ConflictRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<ConflictView> find(UUID conflictId) {
        return database.sql(SELECT + "id = :id")
                .param("id", conflictId)
                .query(ConflictRepository::view)
                .optional();
    }

    List<ConflictView> of(UUID projectId) {
        return database.sql(SELECT + "project_id = :project order by declared_at, id")
                .param("project", projectId)
                .query(ConflictRepository::view)
                .list();
    }

    UUID inForce(UUID projectId, UUID personId) {
        return database.sql(SELECT + "project_id = :project and person_id = :person")
                .param("project", projectId)
                .param("person", personId)
                .query(ConflictRepository::view)
                .single()
                .id();
    }

    /** The new conflict's id; empty if one between the two is in force. */
    Optional<UUID> insert(UUID competitionId, UUID projectId, NewConflict conflict, UUID actor, Instant now) {
        return database.sql("""
                        insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, reason,
                                                          declared_by, declared_at)
                        values (:id, :competition, :project, :person, :kind, :reason, :actor, :now)
                        on conflict (project_id, person_id) where lifted_at is null do nothing
                        returning id""")
                .param("id", Ids.next())
                .param("competition", competitionId)
                .param("project", projectId)
                .param("person", conflict.personId())
                .param("kind", conflict.kind().name())
                .param("reason", conflict.reason())
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    boolean lift(UUID conflictId, Instant now) {
        return database.sql("""
                                update conflict_of_interest set lifted_at = :now
                                where id = :id and lifted_at is null""")
                        .param("id", conflictId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static ConflictView view(ResultSet row, int number) throws SQLException {
        return new ConflictView(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("person_id", UUID.class),
                ConflictKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant());
    }
}
