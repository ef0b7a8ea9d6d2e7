package org.regatta.identity.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.identity.PersonErased;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.LastSuperAdmin;
import org.regatta.identity.role.RoleOutOfReach;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People ask to be forgotten; whoever administers their account decides. */
@Service
@Transactional
public class Erasures {

    private static final String OPEN = " and withdrawn_at is null and decided_at is null";
    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final Forgetting forgetting;
    private final Administration administration;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasures(
            JdbcClient jdbc,
            Forgetting forgetting,
            Administration administration,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
        this.administration = administration;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for the viewer to be forgotten; asking again while it waits changes the reason. Publishes
     * {@link ErasureRequested}.
     *
     * @throws InvalidInput if the reason is longer than 1,000 characters
     */
    public void ask(String reason) {
        var why = checked("reason", reason);
        var viewer = access.viewer().personId();
        jdbc.sql("""
            insert into erasure_request (id, person_id, reason, requested_at)
            values (:id, :person, :reason, :now)
            on conflict (person_id) where withdrawn_at is null and decided_at is null do update
               set reason = excluded.reason
            """)
                .param("id", Ids.next())
                .param("person", viewer)
                .param("reason", why)
                .param("now", utc(clock.instant()))
                .update();
        events.publishEvent(new ErasureRequested(viewer, viewer, clock.instant()));
    }

    /** Takes the viewer's request back; does nothing if none waits. Publishes {@link ErasureWithdrawn}. */
    public void withdraw() {
        var viewer = access.viewer().personId();
        var withdrawn = jdbc.sql("update erasure_request set withdrawn_at = :now where person_id = :person" + OPEN)
                .param("now", utc(clock.instant()))
                .param("person", viewer)
                .update();
        if (withdrawn > 0) {
            events.publishEvent(new ErasureWithdrawn(viewer, viewer, clock.instant()));
        }
    }

    /** The viewer's request that waits or was declined last. */
    @Transactional(readOnly = true)
    public Optional<ErasureRequestView> own() {
        return latest(access.viewer().personId());
    }

    /**
     * The request of a person that waits.
     *
     * @throws NotVisible if the viewer sees nothing of the person
     */
    @Transactional(readOnly = true)
    public Optional<ErasureRequestView> of(UUID personId) {
        administration.requireSeen(administration.scope(), personId);
        return latest(personId).filter(request -> request.decidedAt() == null);
    }

    /**
     * Erases a person who asked for it, everywhere and for good; publishes {@link PersonErased}.
     *
     * @throws NotVisible if the viewer sees nothing of the person, or no request waits
     * @throws RoleOutOfReach if a role of the person is out of the viewer's reach
     * @throws LastSuperAdmin if nobody would be left who administers the site for good
     */
    public void approve(UUID personId) {
        decide(personId, true, "");
        forgetting.forget(personId);
        events.publishEvent(new PersonErased(personId, access.viewer().personId(), clock.instant()));
    }

    /**
     * Declines; refusals as {@link #approve}. Publishes {@link ErasureDeclined}.
     *
     * @param answer what the person reads; 1 to 1,000 characters
     * @throws InvalidInput if it is missing or too long
     */
    public void decline(UUID personId, String answer) {
        var words = checked("answer", answer);
        if (words.isEmpty()) {
            throw new InvalidInput(new Finding(
                    "answer", "The answer is missing.", "Say why, in 1 to 1,000 characters; the person reads it."));
        }
        decide(personId, false, words);
        events.publishEvent(new ErasureDeclined(personId, access.viewer().personId(), clock.instant()));
    }

    private void decide(UUID personId, boolean erased, String answer) {
        administration.requireManaged(personId);
        var decided = jdbc.sql("""
                         update erasure_request set decided_by = :by, decided_at = :now, erased = :erased, answer = :answer
                          where person_id = :person\
                         """ + OPEN)
                .param("by", access.viewer().personId())
                .param("now", utc(clock.instant()))
                .param("erased", erased)
                .param("answer", answer)
                .param("person", personId)
                .update();
        if (decided == 0) {
            throw new NotVisible();
        }
    }

    private Optional<ErasureRequestView> latest(UUID personId) {
        return jdbc.sql("""
            select r.*, p.name from erasure_request r join person p on p.id = r.person_id
             where r.person_id = :person and r.withdrawn_at is null order by r.id desc limit 1
            """).param("person", personId).query(Erasures::view).optional();
    }

    private static ErasureRequestView view(ResultSet row, int number) throws SQLException {
        var decided = row.getObject("decided_at", OffsetDateTime.class);
        return new ErasureRequestView(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("reason"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("answer"));
    }

    private static String checked(String field, String text) {
        var clean = text.strip();
        if (clean.length() > LONGEST) {
            throw new InvalidInput(new Finding(field, "The text is too long.", "Use at most 1,000 characters."));
        }
        return clean;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
