package org.regatta.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.identity.RolesGiven;
import org.regatta.shared.DomainEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in. Sessions are rows: one that is deleted here ends on every node with its next request. */
@Service
@Transactional
public class Devices {

    /** After these events the person they are about signs in again; subjects are people. */
    private static final Set<String> END_SESSIONS = Set.of(
            "identity.roleGranted",
            "identity.roleWithdrawn",
            "identity.roleEnded",
            "identity.personDeactivated",
            "identity.personErased");

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Devices(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            JdbcClient jdbc,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The viewer's devices, the one seen last first.
     *
     * @param current the device that asks, by {@link SessionNotes#device}
     */
    @Transactional(readOnly = true)
    public List<Device> own(@Nullable UUID current) {
        return sessions.findByPrincipalName(access.viewer().personId().toString()).values().stream()
                .filter(session -> session.getAttribute(SessionNotes.DEVICE) != null)
                .map(session -> device(session, current))
                .sorted(Comparator.comparing(Device::lastSeenAt).reversed())
                .toList();
    }

    /**
     * Signs the viewer out on one device; publishes {@link SignedOut}.
     *
     * @throws NotVisible if the viewer has no such device
     */
    public void end(UUID deviceId) {
        var personId = access.viewer().personId();
        var session = sessions.findByPrincipalName(personId.toString()).values().stream()
                .filter(one -> deviceId.equals(one.getAttribute(SessionNotes.DEVICE)))
                .findFirst()
                .orElseThrow(NotVisible::new);
        sessions.deleteById(session.getId());
        events.publishEvent(new SignedOut(personId, false, clock.instant()));
    }

    /** Signs the viewer out everywhere, here included; publishes {@link SignedOut}. */
    public void endAll() {
        var personId = access.viewer().personId();
        endAll(personId);
        events.publishEvent(new SignedOut(personId, true, clock.instant()));
    }

    /** Ends every session of this person. Checks no rights. */
    public void endAll(UUID personId) {
        jdbc.sql("delete from spring_session where principal_name = :name")
                .param("name", personId.toString())
                .update();
    }

    /** Ends every session of this person but the one on that device. Checks no rights. */
    public void endOthers(UUID personId, @Nullable UUID device) {
        for (var session : sessions.findByPrincipalName(personId.toString()).values()) {
            if (device == null || !device.equals(session.getAttribute(SessionNotes.DEVICE))) {
                sessions.deleteById(session.getId());
            }
        }
    }

    /** In the transaction of the change: whoever lost a right has no session left that might remember it. */
    @EventListener
    void on(DomainEvent event) {
        if (END_SESSIONS.contains(event.type())) {
            endAll(UUID.fromString(event.subject()));
        }
    }

    /**
     * New admins sign in again, since a program may ask a second factor of them. Whoever gets a further role in the middle of
     * work, as jurors and teams do, goes on: rights are read anew at every request.
     */
    @EventListener
    void on(RolesGiven given) {
        if (given.role() == Role.PROGRAM_ADMIN) {
            given.personIds().forEach(this::endAll);
        }
    }

    private static Device device(Session session, @Nullable UUID current) {
        UUID id = session.getRequiredAttribute(SessionNotes.DEVICE);
        String agent = session.getAttributeOrDefault(SessionNotes.AGENT, "");
        String address = session.getAttributeOrDefault(SessionNotes.ADDRESS, "");
        Instant signedInAt = session.getRequiredAttribute(SessionNotes.SIGNED_IN_AT);
        return new Device(
                id, UserAgent.describe(agent), address, signedInAt, session.getLastAccessedTime(), id.equals(current));
    }
}
