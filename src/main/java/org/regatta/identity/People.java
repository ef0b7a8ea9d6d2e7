package org.regatta.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Languages;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes people known and gives them roles. Checks no rights: it is called by services that have asked {@link Access}
 * and by set-up.
 */
@Service
@Transactional
public class People {

    private static final Pattern EMAIL = Pattern.compile("[\\x21-\\x7e&&[^@<>\"(),:;\\[\\]\\\\]]+@[A-Za-z0-9.-]+");
    private static final int MIN_PASSWORD = 12;
    /** What bcrypt reads; the rest of a longer password would not count. */
    private static final int MAX_PASSWORD_BYTES = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(JdbcClient jdbc, PasswordEncoder passwords, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The id of the person with this address, whatever its case; makes the person known if nobody has it. Publishes
     * {@link PeopleAdded} then.
     *
     * @throws InvalidInput if address or name cannot be used
     */
    public UUID ensure(NewPerson person) {
        return ensureAll(List.of(person)).values().iterator().next();
    }

    /**
     * The ids of these people by lower-case address, in the order given; two statements for any number of people. Publishes
     * {@link PeopleAdded} for those who are new. Until they come, these are written to in the language of who adds them.
     *
     * @throws InvalidInput with a finding for every address or name that cannot be used; nobody is then made known
     */
    public Map<String, UUID> ensureAll(List<NewPerson> people) {
        check(people);
        var byEmail = new LinkedHashMap<String, NewPerson>();
        people.forEach(person -> byEmail.putIfAbsent(key(person.email()), person));
        if (byEmail.isEmpty()) {
            return Map.of();
        }
        var added = jdbc.sql("""
                        insert into person (id, email, name, locale, created_at)
                        select cast(id as uuid), email, name, :language, :now
                          from unnest(cast(:ids as text[]), cast(:emails as text[]), cast(:names as text[]))
                               as new (id, email, name)
                        on conflict (lower(email)) do nothing
                        returning id, email""")
                .param("ids", texts(byEmail.values(), person -> Ids.next().toString()))
                .param(
                        "emails",
                        texts(byEmail.values(), person -> person.email().strip()))
                .param("names", texts(byEmail.values(), person -> person.name().strip()))
                .param("language", Languages.ofRequest().orElse(Locale.ENGLISH).getLanguage())
                .param("now", now())
                .query(Added.class)
                .list();
        together(
                added,
                some -> new PeopleAdded(
                        some.stream().map(Added::id).toList(),
                        some.stream().map(Added::email).toList(),
                        actor(),
                        clock.instant()));
        var ids = new HashMap<String, UUID>();
        jdbc.sql("select id, lower(email) as email from person where lower(email) = any(cast(:emails as text[]))")
                .param("emails", byEmail.keySet().toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("email"), row.getObject("id", UUID.class));
                });
        var ordered = new LinkedHashMap<String, UUID>();
        byEmail.keySet().forEach(email -> ordered.put(email, ids.get(email)));
        return ordered;
    }

    /**
     * Gives a role, for the whole site if both ids are null, from now on and without an end; does nothing if the person
     * holds it there now. Publishes {@link RolesGiven}.
     */
    public void grant(UUID personId, Role role, @Nullable UUID programId, @Nullable UUID competitionId) {
        grantAll(List.of(personId), role, programId, competitionId);
    }

    /** Gives many people the same role, in one statement; publishes {@link RolesGiven} for those who did not hold it. */
    public void grantAll(
            Collection<UUID> personIds, Role role, @Nullable UUID programId, @Nullable UUID competitionId) {
        var given = jdbc.sql("""
            insert into role_grant (id, person_id, role, program_id, competition_id, granted_by, granted_at)
            select cast(id as uuid), cast(person_id as uuid), :role, cast(:programId as uuid),
                   cast(:competitionId as uuid), cast(:grantedBy as uuid), :now
              from unnest(cast(:ids as text[]), cast(:personIds as text[])) as new (id, person_id)
            on conflict (person_id, role, program_id, competition_id) do update
               set valid_from = null, valid_until = null, granted_by = excluded.granted_by,
                   granted_at = excluded.granted_at, end_told = false
             where role_grant.valid_until <= :now or role_grant.valid_from > :now
            returning person_id\
            """)
                .param(
                        "ids",
                        personIds.stream().map(person -> Ids.next().toString()).toArray(String[]::new))
                .param("personIds", Ids.texts(personIds))
                .param("role", role.name())
                .param("programId", text(programId))
                .param("competitionId", text(competitionId))
                .param("grantedBy", text(actor()))
                .param("now", now())
                .query(UUID.class)
                .list();
        access.forget();
        together(given, some -> new RolesGiven(some, role, programId, competitionId, actor(), clock.instant()));
    }

    private <T> void together(List<T> people, Function<List<T>, DomainEvent> event) {
        DomainEvent.together(people).forEach(some -> events.publishEvent(event.apply(some)));
    }

    private record Added(UUID id, String email) {}

    /** What others may know of these people; unknown ids are absent. */
    @Transactional(readOnly = true)
    public Map<UUID, PersonView> byIds(Collection<UUID> ids) {
        var people = new HashMap<UUID, PersonView>();
        jdbc.sql("select id, email, name, enabled from person where id = any(cast(:ids as uuid[]))")
                .param("ids", Ids.texts(ids))
                .query((row, number) -> new PersonView(
                        row.getObject("id", UUID.class),
                        row.getString("email"),
                        row.getString("name"),
                        row.getBoolean("enabled")))
                .list()
                .forEach(person -> people.put(person.id(), person));
        return people;
    }

    /**
     * Sets how the person signs in.
     *
     * @param password 12 characters or more, at most 72 bytes in UTF-8
     * @throws InvalidInput if it is shorter or longer
     */
    public void setPassword(UUID personId, String password) {
        if (password.codePointCount(0, password.length()) < MIN_PASSWORD) {
            throw new InvalidInput(new Finding(
                    "password", "The password is too short.", "Use " + MIN_PASSWORD + " characters or more."));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES) {
            throw new InvalidInput(new Finding(
                    "password",
                    "The password is too long.",
                    "Use at most " + MAX_PASSWORD_BYTES + " characters, fewer with accents or signs."));
        }
        var changed = jdbc.sql("update person set password_hash = :hash, version = version + 1 where id = :id")
                .param("hash", passwords.encode(password))
                .param("id", personId)
                .update();
        if (changed == 0) {
            throw new NotVisible();
        }
    }

    /**
     * Gives everybody whose address ends like this and who has no password yet this one. For addresses that cannot exist
     * ({@code .example}), so that imported people of a demonstration can sign in.
     *
     * @return how many
     */
    public int setMissingPasswords(String addressEnding, String password) {
        return jdbc.sql("""
                        update person set password_hash = :hash, version = version + 1
                         where password_hash is null and lower(email) like '%' || lower(:ending)
                        """)
                .param("hash", passwords.encode(password))
                .param("ending", addressEnding)
                .update();
    }

    private static void check(List<NewPerson> people) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < people.size(); i++) {
            var email = people.get(i).email().strip();
            if (email.length() > 320 || !EMAIL.matcher(email).matches()) {
                findings.add(new Finding(
                        "people[" + i + "].email",
                        "This is not an e-mail address.",
                        "Write it like name@example.org, at most 320 characters."));
            }
            var name = people.get(i).name().strip();
            if (name.isEmpty() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
                findings.add(new Finding(
                        "people[" + i + "].name",
                        "The name is empty, too long or contains control characters.",
                        "Use 1 to 200 printable characters."));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some people cannot be made known.", findings);
        }
    }

    private static String[] texts(Collection<NewPerson> people, Function<NewPerson, String> text) {
        return people.stream().map(text).toArray(String[]::new);
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private @Nullable UUID actor() {
        return access.signedIn().orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
