package org.regatta.identity.password;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.People;
import org.regatta.identity.session.Devices;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Passwords that people choose. Checks no rights: its callers know whose password it is. */
@Service
@Transactional
public class Passwords {

    private final People people;
    private final BreachedPasswords breached;
    private final Devices devices;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passwords(
            People people,
            BreachedPasswords breached,
            Devices devices,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.breached = breached;
        this.devices = devices;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses a password that is on the list of those others lost, or that is one of the person's own words. Call it
     * before {@link #set} and outside of any transaction: it may ask another server.
     *
     * @param own the person's address and name
     * @throws InvalidInput if the password will not do
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void check(String password, String... own) {
        if (Stream.of(own).anyMatch(password::equalsIgnoreCase)) {
            throw new InvalidInput(new Finding(
                    "password", "The password is your own address or name.", "Choose one that nobody can guess."));
        }
        if (breached.contains(password)) {
            throw new InvalidInput(new Finding(
                    "password",
                    "The password is on a list of stolen passwords.",
                    "Choose one that you use nowhere else, for instance four random words."));
        }
    }

    /**
     * Sets a password, ends what was to be done before anything else, and ends all other sessions; publishes
     * {@link PasswordSet}.
     *
     * @param device the session that stays, by {@link org.regatta.identity.session.SessionNotes#device}; null: none does
     * @throws InvalidInput if it is too short or too long
     */
    public void set(UUID personId, String password, @Nullable UUID device) {
        people.setPassword(personId, password);
        settled(personId);
        devices.endOthers(personId, device);
        events.publishEvent(new PasswordSet(personId, clock.instant()));
    }

    /** Makes a person set a password or a passkey before anything else, from their next sign-in on. */
    public void require(UUID personId) {
        mark(personId, true);
    }

    /** The person has set a password or a passkey. */
    public void settled(UUID personId) {
        mark(personId, false);
    }

    /** Whether the person has to set a password or a passkey before anything else. */
    @Transactional(readOnly = true)
    public boolean required(UUID personId) {
        return jdbc.sql("select must_set_password from person where id = :id")
                .param("id", personId)
                .query(Boolean.class)
                .single();
    }

    /** Whether the person has a password. */
    @Transactional(readOnly = true)
    public boolean has(UUID personId) {
        return jdbc.sql("select password_hash is not null from person where id = :id")
                .param("id", personId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private void mark(UUID personId, boolean must) {
        jdbc.sql("update person set must_set_password = :must, version = version + 1 where id = :id")
                .param("must", must)
                .param("id", personId)
                .update();
    }
}
