package org.regatta.competition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code scoring_policy}. */
@Repository
class ScoringPolicyRepository {

    private static final String SELECT = "select id, competition_id, key, name, document, version from scoring_policy ";

    private final JdbcClient database;
    private final ScoringPolicyDocuments documents;

    ScoringPolicyRepository(JdbcClient database, ScoringPolicyDocuments documents) {
        this.database = database;
        this.documents = documents;
    }

    Optional<UUID> programOf(UUID competitionId) {
        return database.sql("select program_id from competition where id = :id")
                .param("id", competitionId)
                .query(UUID.class)
                .optional();
    }

    Optional<ScoringPolicyView> find(UUID policyId) {
        return database.sql(SELECT + "where id = :id")
                .param("id", policyId)
                .query(this::view)
                .optional();
    }

    List<ScoringPolicyView> findAll(Collection<UUID> policyIds) {
        return database.sql(SELECT + "where id in (:ids)")
                .param("ids", policyIds)
                .query(this::view)
                .list();
    }

    List<ScoringPolicyView> of(UUID competitionId) {
        return database.sql(SELECT + "where competition_id = :id order by key")
                .param("id", competitionId)
                .query(this::view)
                .list();
    }

    UUID insert(UUID competitionId, String key, String name, String document) {
        var id = Ids.next();
        var created = database.sql("""
                        insert into scoring_policy (id, competition_id, key, name, document)
                        values (:id, :competition, :key, :name, cast(:document as jsonb))
                        on conflict (competition_id, key) do nothing""")
                .param("id", id)
                .param("competition", competitionId)
                .param("key", key)
                .param("name", name)
                .param("document", document)
                .update();
        if (created == 0) {
            throw new DuplicateKey("key", key);
        }
        return id;
    }

    /** Whether {@code version} was still the current one. */
    boolean update(UUID policyId, String document, int version) {
        return database.sql("""
                                update scoring_policy set document = cast(:document as jsonb), version = version + 1
                                where id = :id and version = :version""")
                        .param("id", policyId)
                        .param("document", document)
                        .param("version", version)
                        .update()
                == 1;
    }

    private ScoringPolicyView view(ResultSet row, int number) throws SQLException {
        return new ScoringPolicyView(
                row.getObject("id", UUID.class),
                row.getObject("competition_id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                documents.restore(row.getString("document")),
                row.getInt("version"));
    }
}
