package org.regatta.identity.limit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Place;
import org.regatta.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Refuses passwords after too many wrong ones, per account and per network address. An attempt is counted before its
 * password is looked at, in a transaction of its own: any number of guesses at the same time, over any number of nodes,
 * gets as many looked at as one after the other. Addresses without an account are counted alike.
 */
@Service
public class Lockouts {

    /** Counts one more unless it is locked; what is older than the duration counts no more. */
    private static final String COUNT = """
        insert into sign_in_lock as l (kind, key, failures, since, locked_until)
        values (:kind, :key, 1, :now, case when :limit <= 1 then cast(:until as timestamptz) end)
        on conflict (kind, key) do update
           set failures = case when l.since <= :before or l.locked_until is not null then 1 else l.failures + 1 end,
               since = case when l.since <= :before or l.locked_until is not null then :now else l.since end,
               locked_until = case when (case when l.since <= :before or l.locked_until is not null then 1
                                              else l.failures + 1 end) >= :limit
                                   then cast(:until as timestamptz) end,
               refusal_told = false
         where l.locked_until is null or l.locked_until <= :now
        returning failures
        """;

    private static final String ACCOUNT = "ACCOUNT";
    private static final String ADDRESS = "ADDRESS";

    /** Whether passwords or codes of {@code p}, a row of {@code person}, are refused now. */
    public static final String PERSON_LOCKED = """
             exists (select 1 from sign_in_lock l
                      where l.kind = 'ACCOUNT' and l.locked_until > now()
                        and l.key in (encode(sha256(convert_to(lower(p.email), 'UTF8')), 'hex'), cast(p.id as text)))
            """;

    private final JdbcClient jdbc;
    private final LockoutProperties properties;
    private final Access access;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lockouts(
            JdbcClient jdbc,
            LockoutProperties properties,
            Access access,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.access = access;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An attempt that may be looked at.
     *
     * @param last whether the account is locked from now on unless this one succeeds
     * @param lastOfAddress whether the address is
     */
    public record Turn(String account, String address, boolean last, boolean lastOfAddress) {}

    /**
     * Counts an attempt. The address is asked first: from one that is locked nobody locks accounts of others.
     *
     * @param email as typed
     * @param address the sender's
     * @return empty if the account or the address is locked: the password is not to be looked at. Publishes
     *     {@link SignInsRefused} then, once for each time it is locked
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Turn> begin(String email, String address) {
        return begin(key(email), address, () -> owner(email));
    }

    /**
     * Counts a guess at a code of a person's second factor like {@link #begin}, on an account of its own: guesses at codes
     * leave passwords alone, and the other way round.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Turn> beginSecondFactor(UUID personId, String address) {
        return begin(secondFactor(personId), address, () -> personId);
    }

    private Optional<Turn> begin(String account, String address, Supplier<@Nullable UUID> owner) {
        var sender = key(Sender.of(address));
        var fromThere = count(ADDRESS, sender, properties.perAddress());
        if (fromThere.isEmpty()) {
            if (toBeTold(ADDRESS, sender)) {
                events.publishEvent(new SignInsRefused(null, ADDRESS, clock.instant()));
            }
            return Optional.empty();
        }
        var ofAccount = count(ACCOUNT, account, properties.perAccount());
        if (ofAccount.isEmpty() && toBeTold(ACCOUNT, account)) {
            events.publishEvent(new SignInsRefused(owner.get(), ACCOUNT, clock.instant()));
        }
        return ofAccount.map(failures -> new Turn(
                account, sender, failures >= properties.perAccount(), fromThere.get() >= properties.perAddress()));
    }

    /**
     * The password was wrong; publishes {@link AccountLocked} or {@link AddressLocked} if that was one too many.
     *
     * @param personId whose account it is; null where there is none
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Turn turn, @Nullable UUID personId) {
        var now = clock.instant();
        var until = now.plus(properties.duration());
        if (turn.last()) {
            events.publishEvent(new AccountLocked(personId, until, now));
        }
        if (turn.lastOfAddress()) {
            events.publishEvent(new AddressLocked(until, now));
        }
    }

    /** The password was right: the account's failures are forgotten, and this attempt counts for nobody. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(Turn turn) {
        forget(turn.account());
        jdbc.sql("""
                        update sign_in_lock set failures = failures - 1, locked_until = null
                         where kind = 'ADDRESS' and key = :key and failures > 0
                        """).param("key", turn.address()).update();
    }

    /** Until when passwords for this account are refused; empty if they are not. Checks no rights. */
    @Transactional(readOnly = true)
    public Optional<Instant> lockedUntil(String email) {
        return jdbc.sql("""
                        select locked_until from sign_in_lock
                         where kind = 'ACCOUNT' and key = :key and locked_until > :now
                        """)
                .param("key", key(email))
                .param("now", utc(clock.instant()))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Takes passwords and codes for this account again; publishes {@link LockoutLifted}. Does nothing if it is not locked.
     *
     * @throws NotVisible if there is no such person for the viewer
     */
    @Transactional
    public void lift(UUID personId) {
        access.require(Action.MANAGE_PEOPLE, Place.SITE);
        var person = people.byIds(List.of(personId)).get(personId);
        if (person == null) {
            throw new NotVisible();
        }
        var passwords = forget(key(person.email()));
        var codes = forget(secondFactor(personId));
        if (passwords || codes) {
            events.publishEvent(new LockoutLifted(personId, access.viewer().personId(), clock.instant()));
        }
    }

    /**
     * Forgets what no longer counts.
     *
     * @return how many
     */
    @Transactional
    int purge() {
        return jdbc.sql(
                        "delete from sign_in_lock where since <= :before and (locked_until is null or locked_until <= :now)")
                .param("before", utc(clock.instant().minus(properties.duration())))
                .param("now", utc(clock.instant()))
                .update();
    }

    private boolean forget(String account) {
        return jdbc.sql("delete from sign_in_lock where kind = 'ACCOUNT' and key = :key")
                        .param("key", account)
                        .update()
                > 0;
    }

    /** Whether this is the first attempt that is refused since the lock began: one of any number at the same time. */
    private boolean toBeTold(String kind, String key) {
        return jdbc.sql("""
            update sign_in_lock set refusal_told = true where kind = :kind and key = :key and not refusal_told
            """).param("kind", kind).param("key", key).update() == 1;
    }

    /** Whose account it is; null where there is none. */
    private @Nullable UUID owner(String email) {
        return jdbc.sql("select id from person where lower(email) = lower(:email)")
                .param("email", email.strip())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private Optional<Integer> count(String kind, String key, int limit) {
        var now = clock.instant();
        return jdbc.sql(COUNT)
                .param("kind", kind)
                .param("key", key)
                .param("limit", limit)
                .param("now", utc(now))
                .param("before", utc(now.minus(properties.duration())))
                .param("until", utc(now.plus(properties.duration())))
                .query(Integer.class)
                .optional();
    }

    /** No hash, so that nothing that is typed as a user name ever counts here. */
    private static String secondFactor(UUID personId) {
        return personId.toString();
    }

    private static String key(String typed) {
        return Sha256.hex(typed.strip().toLowerCase(Locale.ROOT));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
