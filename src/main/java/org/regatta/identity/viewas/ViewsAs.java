package org.regatta.identity.viewas;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.SeenAs;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.RoleOutOfReach;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends seeing the site as another person. What is then refused is the filter's to see to. */
@Service
@Transactional
public class ViewsAs {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 50;

    private record Row(UUID id, UUID actorId, UUID personId, String reason, Instant endsAt) {}

    private final JdbcClient jdbc;
    private final Administration administration;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ViewsAs(
            JdbcClient jdbc,
            Administration administration,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.administration = administration;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins to see the site as this person, for 15 minutes at most; publishes {@link ViewAsBegun}.
     *
     * @param reason the person seen can read it; 1 to 500 characters
     * @return its id, which belongs into the viewer's session and nowhere else
     * @throws NotVisible if the viewer sees nothing of the person, or the account is closed
     * @throws RoleOutOfReach if a role of the person is out of the viewer's reach, or it is the viewer
     * @throws InvalidInput if the reason is missing or too long
     */
    public UUID begin(UUID personId, String reason) {
        administration.requireManaged(personId);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new InvalidInput(new Finding(
                    "reason",
                    "The reason is missing or too long.",
                    "Say in 1 to " + LONGEST_REASON + " characters why you look; the person can read it."));
        }
        var now = clock.instant();
        var id = Ids.next();
        var actor = access.viewer().personId();
        var begun = jdbc.sql("""
            insert into view_as (id, actor_id, person_id, reason, begun_at, ends_at)
            select :id, :actor, id, :reason, :now, :ends from person where id = :person and enabled
            """)
                .param("id", id)
                .param("actor", actor)
                .param("reason", why)
                .param("now", utc(now))
                .param("ends", utc(now.plus(LONGEST)))
                .param("person", personId)
                .update();
        if (begun == 0) {
            throw new NotVisible();
        }
        events.publishEvent(new ViewAsBegun(id, personId, why, actor, now));
        return id;
    }

    /**
     * Whom the viewer sees the site as, if this view of theirs still runs: it ends with its time, with the account seen,
     * and as soon as the viewer no longer administers it.
     */
    @Transactional(readOnly = true)
    public Optional<SeenAs> running(UUID viewId) {
        var viewer = access.viewer().personId();
        return jdbc.sql("""
            select v.* from view_as v join person p on p.id = v.person_id and p.enabled
             where v.id = :id and v.actor_id = :actor and v.ended_at is null and v.ends_at > :now
            """)
                .param("id", viewId)
                .param("actor", viewer)
                .param("now", utc(clock.instant()))
                .query(ViewsAs::row)
                .optional()
                .filter(view -> manages(view.personId()))
                .map(view -> new SeenAs(view.personId(), view.actorId(), view.endsAt()));
    }

    /** Ends a view of the viewer's; does nothing if it has ended. Publishes {@link ViewAsEnded}. */
    public void end(UUID viewId) {
        jdbc.sql("update view_as set ended_at = :now where id = :id and actor_id = :actor and ended_at is null"
                        + " returning *")
                .param("now", utc(clock.instant()))
                .param("id", viewId)
                .param("actor", access.viewer().personId())
                .query(ViewsAs::row)
                .optional()
                .ifPresent(view -> ended(view, clock.instant()));
    }

    /** Who saw the site as the viewer, the latest first; the last 50. */
    @Transactional(readOnly = true)
    public List<ViewAsRecord> ofMe() {
        return jdbc.sql("""
            select v.*, by.name as by from view_as v join person by on by.id = v.actor_id
             where v.person_id = :person order by v.id desc limit :most
            """)
                .param("person", access.viewer().personId())
                .param("most", MOST)
                .query((row, number) -> new ViewAsRecord(
                        row.getObject("id", UUID.class),
                        row.getString("by"),
                        row.getString("reason"),
                        time(row, "begun_at"),
                        row.getObject("ended_at") == null ? null : time(row, "ended_at")))
                .list();
    }

    /**
     * Ends what has run out of time; harmless on several nodes at once.
     *
     * @return how many
     */
    int endOverdue() {
        var overdue = jdbc.sql(
                        "update view_as set ended_at = ends_at where ended_at is null and ends_at <= :now returning *")
                .param("now", utc(clock.instant()))
                .query(ViewsAs::row)
                .list();
        overdue.forEach(view -> ended(view, view.endsAt()));
        return overdue.size();
    }

    private boolean manages(UUID personId) {
        return !access.reach(Action.MANAGE_PEOPLE).nothing()
                && administration.manages(administration.scope(), personId);
    }

    private void ended(Row view, Instant when) {
        events.publishEvent(new ViewAsEnded(view.id(), view.personId(), view.reason(), view.actorId(), when));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("actor_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("reason"),
                time(row, "ends_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
