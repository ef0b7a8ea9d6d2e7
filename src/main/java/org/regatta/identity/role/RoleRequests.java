package org.regatta.identity.role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Super admins to be, until a second super admin agrees. */
@Service
@Transactional
public class RoleRequests {

    private record Open(NewGrant grant, UUID requestedBy, boolean decided) {}

    private final JdbcClient jdbc;
    private final Granting granting;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleRequests(JdbcClient jdbc, Granting granting, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.granting = granting;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for it; one open request a person. Asking again makes another request of it, so that nobody agrees to dates they
     * have not seen.
     */
    UUID ask(NewGrant grant, UUID by) {
        return jdbc.sql("""
            insert into role_request (id, person_id, role, valid_from, valid_until, requested_by, requested_at)
            values (:id, :person, :role, :from, :until, :by, :now)
            on conflict (person_id, role) where decided_at is null do update
               set id = excluded.id, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                   requested_by = excluded.requested_by, requested_at = excluded.requested_at
            returning id
            """)
                .param("id", Ids.next())
                .param("person", grant.personId())
                .param("role", grant.role().name())
                .param("from", GrantRows.utc(grant.validFrom()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", GrantRows.utc(grant.validUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", by)
                .param("now", GrantRows.utc(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /**
     * What waits for a second person, the oldest first.
     *
     * @throws ActionForbidden for all but super admins
     */
    @Transactional(readOnly = true)
    public List<RoleRequestView> open() {
        return waiting(decider(), null);
    }

    /** What waits about one person, for super admins and for the person; nothing for everybody else. */
    @Transactional(readOnly = true)
    public List<RoleRequestView> about(UUID personId) {
        var viewer = access.viewer();
        return mayDecide() || viewer.personId().equals(personId) ? waiting(viewer, personId) : List.of();
    }

    private List<RoleRequestView> waiting(Viewer viewer, @Nullable UUID personId) {
        return jdbc.sql("""
            select r.*, p.name as person, by.name as requested_by_name,
                   :decides and r.requested_by <> :viewer and r.person_id <> :viewer as decidable
              from role_request r
              join person p on p.id = r.person_id
              join person by on by.id = r.requested_by
             where r.decided_at is null and (cast(:person as uuid) is null or r.person_id = :person)
             order by r.id
            """)
                .param("viewer", viewer.personId())
                .param("decides", mayDecide())
                .param("person", personId, Types.OTHER)
                .query(RoleRequests::view)
                .list();
    }

    /**
     * Grants what was asked for, as the second person.
     *
     * @throws NotVisible if there is no such request
     * @throws SecondPersonNeeded if the viewer asked for it or would get it
     * @throws RoleRequestDecided if it was decided before
     * @throws InvalidInput if the end that was asked for has passed meanwhile
     * @throws LastSuperAdmin if the dates would leave nobody who administers the site for good
     */
    public void approve(UUID requestId) {
        var grant = decide(requestId, true);
        requireAhead(grant);
        granting.put(List.of(grant), access.viewer().personId());
    }

    /** Refuses what was asked for; refusals as {@link #approve}, whatever its dates. */
    public void decline(UUID requestId) {
        var grant = decide(requestId, false);
        events.publishEvent(new RoleDeclined(
                grant.personId(),
                grant.role(),
                null,
                null,
                grant.validFrom(),
                grant.validUntil(),
                access.viewer().personId(),
                clock.instant()));
    }

    /** Whether the viewer is one of those whom requests wait for. */
    @Transactional(readOnly = true)
    public boolean mayDecide() {
        return access.viewer().holds(Role.SUPER_ADMIN, Place.SITE);
    }

    private Viewer decider() {
        if (!mayDecide()) {
            throw new ActionForbidden(Action.MANAGE_PEOPLE);
        }
        return access.viewer();
    }

    private NewGrant decide(UUID requestId, boolean granted) {
        var viewer = decider();
        var request = jdbc.sql("select * from role_request where id = :id for update")
                .param("id", requestId)
                .query((row, number) -> new Open(
                        grant(row), row.getObject("requested_by", UUID.class), row.getObject("decided_at") != null))
                .optional()
                .orElseThrow(NotVisible::new);
        if (request.decided()) {
            throw new RoleRequestDecided();
        }
        if (viewer.personId().equals(request.requestedBy())
                || viewer.personId().equals(request.grant().personId())) {
            throw new SecondPersonNeeded();
        }
        jdbc.sql("update role_request set decided_by = :by, decided_at = :now, granted = :granted where id = :id")
                .param("by", viewer.personId())
                .param("now", GrantRows.utc(clock.instant()))
                .param("granted", granted)
                .param("id", requestId)
                .update();
        return request.grant();
    }

    private void requireAhead(NewGrant grant) {
        var until = grant.validUntil();
        if (until != null && !until.isAfter(clock.instant())) {
            throw new InvalidInput(new Finding(
                    "validUntil",
                    "The end that was asked for has passed already.",
                    "Decline the request and let it be made again with a later end."));
        }
    }

    private static NewGrant grant(ResultSet row) throws SQLException {
        return new NewGrant(
                row.getObject("person_id", UUID.class),
                Role.valueOf(row.getString("role")),
                null,
                null,
                GrantRows.instant(row, "valid_from"),
                GrantRows.instant(row, "valid_until"));
    }

    private static RoleRequestView view(ResultSet row, int number) throws SQLException {
        var grant = grant(row);
        return new RoleRequestView(
                row.getObject("id", UUID.class),
                grant.personId(),
                row.getString("person"),
                grant.role(),
                grant.validFrom(),
                grant.validUntil(),
                row.getObject("requested_by", UUID.class),
                row.getString("requested_by_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("decidable"));
    }
}
