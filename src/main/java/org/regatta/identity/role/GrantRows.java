package org.regatta.identity.role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;
import org.regatta.identity.role.GrantView.Standing;
import org.regatta.shared.Change;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code role_grant}. */
@Repository
class GrantRows {

    private static final String SELECT = """
        select g.*, by.name as granted_by_name,
               case when g.valid_until <= now() then 'ENDED' when g.valid_from > now() then 'AHEAD' else 'HELD' end
                   as standing
          from role_grant g left join person by on by.id = g.granted_by
        """;

    /** A row as it is stored. */
    record Row(
            UUID id,
            UUID personId,
            Role role,
            @Nullable UUID programId,
            @Nullable UUID competitionId,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            Standing standing,
            @Nullable UUID grantedById,
            @Nullable String grantedBy,
            Instant grantedAt) {}

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Grants, or gives the grants that are there these dates; one statement.
     *
     * @param grants of one role at one place for the same dates
     */
    void put(List<NewGrant> grants, UUID by, Instant now) {
        var grant = grants.getFirst();
        jdbc.sql("""
            insert into role_grant (id, person_id, role, program_id, competition_id, granted_by, granted_at,
                                    valid_from, valid_until)
            select cast(id as uuid), cast(person as uuid), :role, cast(:program as uuid), cast(:competition as uuid), :by,
                   :now, cast(:from as timestamptz), cast(:until as timestamptz)
              from unnest(cast(:ids as text[]), cast(:people as text[])) as new (id, person)
            on conflict (person_id, role, program_id, competition_id) do update
               set granted_by = excluded.granted_by, granted_at = excluded.granted_at,
                   valid_from = excluded.valid_from, valid_until = excluded.valid_until, end_told = false
            """)
                .param("ids", grants.stream().map(one -> Ids.next().toString()).toArray(String[]::new))
                .param(
                        "people",
                        Ids.texts(grants.stream().map(NewGrant::personId).toList()))
                .param("role", grant.role().name())
                .param("program", grant.competitionId() == null ? grant.programId() : null, Types.OTHER)
                .param("competition", grant.competitionId(), Types.OTHER)
                .param("by", by)
                .param("now", utc(now))
                .param("from", utc(grant.validFrom()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", utc(grant.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * What differs from the dates of grants that are there, by person; one statement.
     *
     * @param grants of one role at one place for the same dates
     */
    Map<UUID, Map<String, Change>> changes(List<NewGrant> grants) {
        var grant = grants.getFirst();
        var changes = new HashMap<UUID, Map<String, Change>>();
        jdbc.sql("""
            select person_id, valid_from, valid_until from role_grant
             where person_id = any(cast(:people as uuid[])) and role = :role
               and program_id is not distinct from cast(:program as uuid)
               and competition_id is not distinct from cast(:competition as uuid)
             for update
            """)
                .param(
                        "people",
                        Ids.texts(grants.stream().map(NewGrant::personId).toList()))
                .param("role", grant.role().name())
                .param("program", grant.competitionId() == null ? grant.programId() : null, Types.OTHER)
                .param("competition", grant.competitionId(), Types.OTHER)
                .query(row -> {
                    changes.put(
                            row.getObject("person_id", UUID.class),
                            Change.between()
                                    .field("validFrom", instant(row, "valid_from"), grant.validFrom())
                                    .field("validUntil", instant(row, "valid_until"), grant.validUntil())
                                    .all());
                });
        return changes;
    }

    Optional<Row> find(UUID grantId) {
        return jdbc.sql(SELECT + "where g.id = :id")
                .param("id", grantId)
                .query(GrantRows::row)
                .optional();
    }

    /** Of these people, within {@code scope}: the highest role first, then the latest grant. */
    List<Row> of(Collection<UUID> personIds, Map<String, Object> scope) {
        return jdbc.sql(SELECT + "where g.person_id = any(cast(:people as uuid[])) and " + Administration.GRANT_IN_REACH
                        + " order by g.granted_at desc, g.id")
                .params(scope)
                .param("people", Ids.texts(personIds))
                .query(GrantRows::row)
                .list();
    }

    /** Those whose time has passed since this was asked last, on whatever node. */
    List<Ended> takeEnded(Instant now) {
        return jdbc.sql("""
            update role_grant set end_told = true where valid_until <= :now and not end_told
            returning person_id, role, program_id, competition_id
            """).param("now", utc(now)).query(Ended.class).list();
    }

    /** A grant whose time has passed. */
    record Ended(
            UUID personId,
            Role role,
            @Nullable UUID programId,
            @Nullable UUID competitionId) {}

    /** Whether the grant was still there. */
    boolean delete(UUID grantId) {
        return jdbc.sql("delete from role_grant where id = :id")
                        .param("id", grantId)
                        .update()
                == 1;
    }

    /** Whether there are accounts of all of these different people. */
    boolean exist(List<UUID> personIds) {
        return jdbc.sql("select count(*) from person where id = any(cast(:ids as uuid[])) and erased_at is null")
                        .param("ids", Ids.texts(personIds))
                        .query(Integer.class)
                        .single()
                == personIds.size();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getObject("program_id", UUID.class),
                row.getObject("competition_id", UUID.class),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                Standing.valueOf(row.getString("standing")),
                row.getObject("granted_by", UUID.class),
                row.getString("granted_by_name"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant());
    }
}
