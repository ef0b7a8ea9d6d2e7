package org.regatta.identity.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.directory.PersonRecord.Invited;
import org.regatta.identity.limit.Lockouts;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.Administration.Scope;
import org.regatta.shared.Contains;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts; what is out of the scope's reach is not there. */
@Repository
class DirectoryQueries {

    /** Over {@code p}, a row of {@code person}, and {@code i}, its invitation that waits. */
    private static final String STATE = """
                        case when not p.enabled then 'DISABLED'
                             when i.id is not null and i.accepted_at is null then 'INVITED'
                             when
                        """ + Lockouts.PERSON_LOCKED + " then 'LOCKED' else 'ACTIVE' end as state ";

    private static final String FOUND =
            """
                        with found as (
                            select p.id, p.name, p.email, p.last_sign_in_at,
                        """ + STATE + """
                         from person p
                         left join invitation i on i.person_id = p.id and i.accepted_at is null and i.ended_at is null
                        where p.erased_at is null
                          and
                        """ + Administration.PERSON_IN_REACH + """
                        and (lower(p.name) like :text or lower(p.email) like :text)
                        and (not :byRole or exists (
                             select 1 from role_grant g where g.person_id = p.id and
                        """ + Administration.GRANT_IN_REACH + """
                                       and (cast(:role as text) is null or g.role = :role)
                                       and (not :byPlace or g.program_id = any(cast(:placeIds as uuid[]))
                                                         or g.competition_id = any(cast(:placeIds as uuid[]))))))
                        """;

    /** A line without its roles. */
    record Row(
            UUID id,
            String name,
            String email,
            PersonState state,
            @Nullable Instant lastSignInAt) {}

    private final JdbcClient jdbc;

    DirectoryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Row> page(Scope scope, PeopleFilter filter, PeopleFilter.Sort sort, boolean descending, PageRequest page) {
        var state = filter.state();
        var parameters = parameters(scope, filter);
        parameters.put("state", state == null ? null : state.name());
        var total = jdbc.sql(FOUND + "select count(*) from found where cast(:state as text) is null or state = :state")
                .params(parameters)
                .query(Long.class)
                .single();
        var down = descending ? " desc" : "";
        var order = switch (sort) {
            case NAME -> "lower(name)" + down + ", id" + down;
            case STATE ->
                "array_position(array['INVITED', 'ACTIVE', 'LOCKED', 'DISABLED'], state)" + down + ", lower(name), id";
            case LAST_SIGN_IN -> "last_sign_in_at" + down + " nulls last, lower(name), id";
        };
        var rows = jdbc.sql(FOUND + "select * from found where cast(:state as text) is null or state = :state order by "
                        + order + " limit :size offset :offset")
                .params(parameters)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        PersonState.valueOf(row.getString("state")),
                        instant(row, "last_sign_in_at")))
                .list();
        return new Page<>(rows, page.number(), page.size(), total);
    }

    /** How many there are in each state, whatever state the filter wants; every state is in it. */
    Map<PersonState, Long> counts(Scope scope, PeopleFilter filter) {
        var counts = new EnumMap<PersonState, Long>(PersonState.class);
        for (var state : PersonState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql(FOUND + "select state, count(*) as people from found group by state")
                .params(parameters(scope, filter))
                .query(row -> {
                    counts.put(PersonState.valueOf(row.getString("state")), row.getLong("people"));
                });
        return counts;
    }

    Optional<PersonRecord> find(UUID personId) {
        return jdbc.sql("select p.*, i.id as invitation_id, i.sent_at, i.sent, i.expires_at, i.accepted_at,"
                        + " i.expires_at <= now() as expired, by.name as invited_by," + """
                        (select count(*) from spring_session s
                          where s.principal_name = cast(p.id as text)
                            and s.expiry_time > extract(epoch from now()) * 1000) as sessions,
                        """ + STATE + """
                         from person p
                         left join lateral (select * from invitation one
                               where one.person_id = p.id and one.ended_at is null order by one.id desc limit 1) i on true
                         left join person by on by.id = i.invited_by
                        where p.id = :id and p.erased_at is null\
                        """)
                .param("id", personId)
                .query(DirectoryQueries::person)
                .optional();
    }

    private static Map<String, Object> parameters(Scope scope, PeopleFilter filter) {
        var role = filter.role();
        var placeId = filter.placeId();
        var parameters = new HashMap<>(scope.parameters());
        parameters.put("text", Contains.pattern(filter.text().toLowerCase(Locale.ROOT)));
        parameters.put("byRole", role != null || placeId != null);
        parameters.put("role", role == null ? null : role.name());
        parameters.put("byPlace", placeId != null);
        parameters.put("placeIds", placeId == null ? new String[0] : Ids.texts(scope.withCompetitions(placeId)));
        return parameters;
    }

    private static PersonRecord person(ResultSet row, int number) throws SQLException {
        var invitationId = row.getObject("invitation_id", UUID.class);
        return new PersonRecord(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                PersonState.valueOf(row.getString("state")),
                row.getString("zone") == null ? "" : row.getString("zone"),
                row.getString("locale"),
                time(row, "created_at"),
                instant(row, "last_sign_in_at"),
                row.getInt("sessions"),
                invitationId == null
                        ? null
                        : new Invited(
                                invitationId,
                                row.getString("invited_by"),
                                time(row, "sent_at"),
                                row.getInt("sent"),
                                time(row, "expires_at"),
                                row.getBoolean("expired"),
                                instant(row, "accepted_at")),
                List.of(),
                false);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
