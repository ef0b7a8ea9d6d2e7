package org.regatta.competition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.competition.Competitions.NewCompetition;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Reach;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code competition}. */
@Repository
class CompetitionRepository {

    private static final String SELECT = """
            select c.id, c.program_id, p.name as program_name, c.key, c.name, c.description, c.zone, c.four_eyes, c.status
            from competition c join program p on p.id = c.program_id
            """;

    private final JdbcClient database;

    CompetitionRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<CompetitionView> find(UUID competitionId) {
        return database.sql(SELECT + "where c.id = :id")
                .param("id", competitionId)
                .query(CompetitionRepository::view)
                .optional();
    }

    Optional<CompetitionView> byKey(UUID programId, String key) {
        return database.sql(SELECT + "where c.program_id = :program and c.key = :key")
                .param("program", programId)
                .param("key", key)
                .query(CompetitionRepository::view)
                .optional();
    }

    Page<CompetitionView> list(Reach reach, PageRequest page) {
        var items = database.sql(SELECT + "where " + Scope.OF_COMPETITION
                        + " order by c.created_at desc, c.id limit :size offset :offset")
                .params(Scope.of(reach))
                .param("size", page.size())
                .param("offset", page.offset())
                .query(CompetitionRepository::view)
                .list();
        var total = database.sql("select count(*) from competition c where " + Scope.OF_COMPETITION)
                .params(Scope.of(reach))
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    boolean programExists(UUID programId) {
        return database.sql("select exists (select 1 from program where id = :id)")
                .param("id", programId)
                .query(Boolean.class)
                .single();
    }

    boolean hasRounds(UUID competitionId) {
        return database.sql("select exists (select 1 from round where competition_id = :id)")
                .param("id", competitionId)
                .query(Boolean.class)
                .single();
    }

    UUID insert(NewCompetition competition, Instant createdAt) {
        var id = Ids.next();
        var created = database.sql("""
                        insert into competition (id, program_id, key, name, description, zone, four_eyes, status, created_at)
                        values (:id, :program, :key, :name, :description, :zone, :fourEyes, 'DRAFT', :createdAt)
                        on conflict (program_id, key) do nothing""")
                .param("id", id)
                .param("program", competition.programId())
                .param("key", competition.key())
                .param("name", competition.name())
                .param("description", competition.description())
                .param("zone", competition.zone().getId())
                .param("fourEyes", competition.fourEyes())
                .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
                .update();
        if (created == 0) {
            throw new DuplicateKey("key", competition.key());
        }
        return id;
    }

    /** Holds the row until the transaction ends, so that nobody else starts it or changes its rounds meanwhile. */
    CompetitionStatus lock(UUID competitionId) {
        return database.sql("select status from competition where id = :id for update")
                .param("id", competitionId)
                .query(CompetitionStatus.class)
                .optional()
                .orElseThrow(NotVisible::new);
    }

    void change(UUID competitionId, CompetitionChange change) {
        database.sql("""
                        update competition set name = :name, description = :description, zone = :zone,
                               four_eyes = :fourEyes, version = version + 1
                        where id = :id""")
                .param("id", competitionId)
                .param("name", change.name())
                .param("description", change.description())
                .param("zone", change.zone().getId())
                .param("fourEyes", change.fourEyes())
                .update();
    }

    /** Moves the dates of its rounds so that their wall clock stays as it is in another zone. */
    void moveRounds(UUID competitionId, ZoneId from, ZoneId to) {
        database.sql("""
                        update round set opens_at = (opens_at at time zone :from) at time zone :to,
                               closes_at = (closes_at at time zone :from) at time zone :to, version = version + 1
                        where competition_id = :competition""")
                .param("from", from.getId())
                .param("to", to.getId())
                .param("competition", competitionId)
                .update();
    }

    /** Moves it if it is where it should come from. */
    boolean move(UUID competitionId, CompetitionStatus from, CompetitionStatus to) {
        return database.sql("""
                                update competition set status = :to, version = version + 1
                                where id = :id and status = :from""")
                        .param("id", competitionId)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    private static CompetitionView view(ResultSet row, int number) throws SQLException {
        return new CompetitionView(
                row.getObject("id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getString("program_name"),
                row.getString("key"),
                row.getString("name"),
                row.getString("description"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("four_eyes"),
                CompetitionStatus.valueOf(row.getString("status")));
    }
}
