package org.regatta.identity.start;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.link.LinkLetters;
import org.regatta.identity.link.LinkNotGood;
import org.regatta.identity.link.OneTimeTokens;
import org.regatta.identity.link.Purpose;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first administrator, as long as nobody has an account and never after. */
@Service
@Transactional
public class FirstAdmin {

    private static final Duration LIFE = Duration.ofDays(1);
    /** Any number that nobody else takes: two nodes or two readers of the log take turns. */
    private static final long TURN = 4_072_026_112_714L;

    private final OneTimeTokens tokens;
    private final LinkLetters links;
    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstAdmin(
            OneTimeTokens tokens,
            LinkLetters links,
            People people,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tokens = tokens;
        this.links = links;
        this.people = people;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A link that makes the first administrator, good for a day; empty if somebody has an account. */
    public Optional<String> link() {
        return somebody()
                ? Optional.empty()
                : Optional.of(links.address(
                        Purpose.SET_UP,
                        tokens.issue(Purpose.SET_UP, null, null, LIFE).secret()));
    }

    /** Whether this link would make the first administrator now. */
    @Transactional(readOnly = true)
    public boolean good(String secret) {
        return !somebody() && tokens.look(Purpose.SET_UP, secret).isPresent();
    }

    /**
     * Makes the first administrator; publishes {@link FirstAdminMade}.
     *
     * @throws LinkNotGood if the link does not work, or somebody has an account by now
     * @throws InvalidInput if address, name or password cannot be used; the link then goes on working
     */
    public UUID make(String secret, NewPerson person, String password) {
        jdbc.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query(rows -> {});
        if (somebody()) {
            throw new LinkNotGood();
        }
        tokens.use(Purpose.SET_UP, secret);
        var personId = people.ensure(person);
        people.setPassword(personId, password);
        people.grant(personId, Role.SUPER_ADMIN, null, null);
        events.publishEvent(new FirstAdminMade(personId, clock.instant()));
        return personId;
    }

    private boolean somebody() {
        return jdbc.sql("select exists (select 1 from person)")
                .query(Boolean.class)
                .single();
    }
}
