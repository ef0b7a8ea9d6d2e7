package org.regatta.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.project.Projects.ProjectChange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of projects as their teams see them. */
@Repository
class OwnProjectRepository {

    private static final String OWN = """
            select p.id, p.competition_id, p.number, p.title, p.summary, p.category, p.country, p.status,
                   t.name as team_name, p.created_at, p.submitted_at, p.submitted_late, p.version
            from project p join team t on t.id = p.team_id
            join team_member m on m.team_id = p.team_id and m.person_id = :person
            """;

    private final JdbcClient database;

    OwnProjectRepository(JdbcClient database) {
        this.database = database;
    }

    List<OwnStanding> of(UUID personId) {
        return database.sql("""
                        select p.id, p.number, p.title, p.status, c.name as competition, c.zone, r.id as round_id,
                               r.name as round, r.kind, r.status as round_status, r.closes_at,
                               p.status = 'DRAFT' and exists (
                                   select 1 from round i
                                   where i.competition_id = c.id and i.kind = 'INTAKE' and i.status = 'OPEN'
                                     and (i.closes_at is null
                                          or clock_timestamp() < i.closes_at + make_interval(secs => i.grace_seconds))) as writable
                        from project p join competition c on c.id = p.competition_id
                        join team_member m on m.team_id = p.team_id and m.person_id = :person
                        left join lateral (
                            select id, name, kind, status, closes_at from round
                            where competition_id = c.id and status <> 'COMPLETED'
                              and (p.status = 'DRAFT' or kind <> 'INTAKE')
                            order by position limit 1) r on true
                        order by p.created_at desc, p.id limit 200""")
                .param("person", personId)
                .query(OwnProjectRepository::standing)
                .list();
    }

    private static OwnStanding standing(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        var status = row.getString("round_status");
        var closes = row.getObject("closes_at", OffsetDateTime.class);
        return new OwnStanding(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                ProjectStatus.valueOf(row.getString("status")),
                row.getString("competition"),
                ZoneId.of(row.getString("zone")),
                row.getObject("round_id", UUID.class),
                row.getString("round"),
                kind == null ? null : RoundKind.valueOf(kind),
                status == null ? null : RoundStatus.valueOf(status),
                closes == null ? null : closes.toInstant(),
                row.getBoolean("writable"));
    }

    Optional<OwnProject> find(UUID personId, UUID projectId) {
        return database.sql(OWN + "where p.id = :id")
                .param("person", personId)
                .param("id", projectId)
                .query(OwnProject.class)
                .optional();
    }

    /** A competition with its program. */
    record Call(UUID programId, OpenCall call) {}

    /** Competitions whose intake is open now, by the database's clock, its grace included. */
    List<Call> calls() {
        return database.sql("""
                        select c.program_id, c.id, c.name, g.name as program, c.zone, max(r.closes_at) as closes_at,
                               (array_agg(r.id order by r.closes_at desc nulls last))[1] as round_id
                        from round r join competition c on c.id = r.competition_id join program g on g.id = c.program_id
                        where r.kind = 'INTAKE' and r.status = 'OPEN' and c.status = 'RUNNING'
                          and (r.closes_at is null or clock_timestamp() < r.closes_at + make_interval(secs => r.grace_seconds))
                        group by c.id, g.id order by closes_at nulls last, c.name, c.id""")
                .query((row, number) -> {
                    var closes = row.getObject("closes_at", OffsetDateTime.class);
                    return new Call(
                            row.getObject("program_id", UUID.class),
                            new OpenCall(
                                    row.getObject("id", UUID.class),
                                    row.getString("name"),
                                    row.getString("program"),
                                    ZoneId.of(row.getString("zone")),
                                    row.getObject("round_id", UUID.class),
                                    closes == null ? null : closes.toInstant()));
                })
                .list();
    }

    /** The number after the greatest; numbers of one competition are given one after the other. */
    String nextNumber(UUID competitionId) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("project-number:" + competitionId)
                .query((row, number) -> true)
                .single();
        return database.sql("""
                        select number from project where competition_id = ?
                        order by number collate natural_order desc, id desc limit 1""")
                .param(competitionId)
                .query(String.class)
                .optional()
                .map(OwnProjectRepository::after)
                .orElse("1");
    }

    /** {@code TP26-015} after {@code TP26-014}. */
    static String after(String number) {
        var digits = number.replaceAll("^.*?(\\d*)$", "$1");
        var before = number.substring(0, number.length() - digits.length());
        if (digits.isEmpty() || digits.length() > 15) {
            return before + digits + "-1";
        }
        return before + ("%0" + digits.length() + "d").formatted(Long.parseLong(digits) + 1);
    }

    /** False if somebody changed it since {@code version}. */
    boolean change(UUID projectId, ProjectChange change, int version) {
        return database.sql("""
                                update project set title = :title, summary = :summary, category = :category,
                                       country = :country, version = version + 1
                                where id = :id and version = :version""")
                        .param("id", projectId)
                        .param("title", change.title())
                        .param("summary", change.summary())
                        .param("category", change.category())
                        .param("country", change.country())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Seconds that completed rounds of this kind took in the program, the shortest first. */
    List<Long> durations(UUID programId, String kind) {
        return database.sql("""
                        select cast(extract(epoch from r.completed_at - r.opened_at) as bigint)
                        from round r join competition c on c.id = r.competition_id
                        where c.program_id = :program and r.kind = :kind and r.status = 'COMPLETED'
                          and r.opened_at is not null and r.completed_at is not null
                        order by 1""")
                .param("program", programId)
                .param("kind", kind)
                .query(Long.class)
                .list();
    }

    /** When a round opened; empty before. */
    Optional<OffsetDateTime> openedAt(UUID roundId) {
        return database.sql("select opened_at from round where id = ? and opened_at is not null")
                .param(roundId)
                .query(OffsetDateTime.class)
                .optional();
    }
}
