package org.regatta.identity.profile;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.NotSignedIn;
import org.regatta.identity.Role;
import org.regatta.shared.Change;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people read and change what they say about themselves. */
@Service
@Transactional
public class Profiles {

    /** Languages that letters are written in. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Profiles(JdbcClient jdbc, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The viewer's own. */
    @Transactional(readOnly = true)
    public Profile own() {
        return read(access.viewer().personId());
    }

    /** The language a person chose for pages and letters; empty as long as pages follow the browser. Checks no rights. */
    @Transactional(readOnly = true)
    public Optional<Locale> chosenLanguage(UUID personId) {
        return jdbc.sql("select locale from person where id = :id and language_chosen")
                .param("id", personId)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    /** Keeps the language a person reads pages in for letters, unless the person chose one. Checks no rights. */
    public void readsIn(UUID personId, Locale language) {
        jdbc.sql("update person set locale = :language where id = :id and not language_chosen and locale <> :language")
                .param("language", language.getLanguage())
                .param("id", personId)
                .update();
    }

    /**
     * Changes the viewer's own; publishes {@link ProfileChanged} if anything did change.
     *
     * @throws InvalidInput naming each wrong field; nothing is then changed
     */
    public void change(Profile wanted) {
        var viewer = access.viewer();
        var clean = new Profile(wanted.name().strip(), wanted.language(), wanted.zone(), wanted.primaryRole());
        check(clean, viewer.grants().stream().anyMatch(grant -> grant.role() == clean.primaryRole()));
        var before = read(viewer.personId());
        var changes = Change.between(before, clean);
        if (changes.isEmpty()) {
            // whoever saves a language as it is has chosen it
            jdbc.sql("update person set language_chosen = true where id = :id and not language_chosen")
                    .param("id", viewer.personId())
                    .update();
            return;
        }
        jdbc.sql("""
            update person set name = :name, locale = :language, language_chosen = true, zone = nullif(:zone, ''),
                   primary_role = :role, version = version + 1
             where id = :id
            """)
                .param("name", clean.name())
                .param("language", clean.language())
                .param("zone", clean.zone())
                .param("role", text(clean.primaryRole()))
                .param("id", viewer.personId())
                .update();
        events.publishEvent(new ProfileChanged(viewer.personId(), changes, clock.instant()));
    }

    private Profile read(UUID personId) {
        return jdbc.sql("select name, locale, coalesce(zone, '') as zone, primary_role from person where id = :id")
                .param("id", personId)
                .query((row, number) -> new Profile(
                        row.getString("name"),
                        row.getString("locale"),
                        row.getString("zone"),
                        role(row.getString("primary_role"))))
                .optional()
                .orElseThrow(NotSignedIn::new);
    }

    private static void check(Profile profile, boolean held) {
        var findings = new ArrayList<Finding>();
        var name = profile.name();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.codePoints()
                        .anyMatch(
                                sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT)) {
            findings.add(new Finding(
                    "name",
                    "The name is empty, too long or contains control characters.",
                    "Use 1 to 200 printable characters."));
        }
        if (!LANGUAGES.contains(profile.language())) {
            findings.add(new Finding("language", "This language is not spoken here.", "Choose one of the list."));
        }
        if (!profile.zone().isEmpty() && !ZoneId.getAvailableZoneIds().contains(profile.zone())) {
            findings.add(new Finding("zone", "There is no such time zone.", "Name one like Europe/Paris."));
        }
        if (profile.primaryRole() != null && !held) {
            findings.add(new Finding("primaryRole", "You do not hold this role.", "Choose one of the list."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some fields are wrong; nothing was saved.", findings);
        }
    }

    private static @Nullable Role role(@Nullable String name) {
        return name == null ? null : Role.valueOf(name);
    }

    private static @Nullable String text(@Nullable Role role) {
        return role == null ? null : role.name();
    }
}
