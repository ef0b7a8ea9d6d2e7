package org.regatta.notification;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.LetterDue;
import org.regatta.shared.Ids;
import org.regatta.shared.Languages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code notification} that belong to no mailing: letters to one person, due at once. */
@Repository
class LetterOutbox {

    private final JdbcClient jdbc;

    LetterOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A letter's words; {@code {{link}}} is still to be filled in. */
    record Words(String subject, String body, String reason) {}

    /** A letter and its words. */
    record Entry(LetterDue letter, Words words) {

        private @Nullable String goodUntil() {
            return letter.goodUntil() == null ? null : letter.goodUntil().toString();
        }
    }

    /**
     * By id; one statement for any number of people. Who has neither chosen a language nor read a page is written to in the
     * language of whoever causes the letter.
     */
    Map<UUID, Letters.Reader> readers(Collection<UUID> personIds) {
        var readers = new HashMap<UUID, Letters.Reader>();
        jdbc.sql("""
                        select id, name, coalesce(zone, 'UTC') as zone,
                               case when language_chosen or last_sign_in_at is not null then locale
                                    else coalesce(cast(:writer as text), locale) end as locale
                        from person where id = any(cast(:ids as uuid[]))""")
                .param("ids", Ids.texts(personIds))
                .param("writer", Languages.ofRequest().map(Locale::getLanguage).orElse(null))
                .query(row -> {
                    readers.put(
                            row.getObject("id", UUID.class),
                            new Letters.Reader(
                                    row.getString("name"),
                                    Locale.forLanguageTag(row.getString("locale")),
                                    ZoneId.of(row.getString("zone"))));
                });
        return readers;
    }

    /** One statement for any number of letters. */
    void add(List<Entry> entries) {
        jdbc.sql("""
                        insert into notification (id, person_id, channel, subject, body, reason, state, next_attempt_at,
                                                  urgent, address, sealed_link, good_until)
                        select cast(id as uuid), cast(person as uuid), 'EMAIL', subject, body, reason, 'QUEUED', now(),
                               true, address, link, cast(good_until as timestamptz)
                          from unnest(cast(:ids as text[]), cast(:people as text[]), cast(:subjects as text[]),
                                      cast(:bodies as text[]), cast(:reasons as text[]), cast(:addresses as text[]),
                                      cast(:links as text[]), cast(:goodUntil as text[]))
                               as new (id, person, subject, body, reason, address, link, good_until)
                        """)
                .param("ids", texts(entries, entry -> Ids.next().toString()))
                .param(
                        "people",
                        texts(entries, entry -> entry.letter().personId().toString()))
                .param("subjects", texts(entries, entry -> entry.words().subject()))
                .param("bodies", texts(entries, entry -> entry.words().body()))
                .param("reasons", texts(entries, entry -> entry.words().reason()))
                .param("addresses", texts(entries, entry -> entry.letter().address()))
                .param("links", texts(entries, entry -> entry.letter().sealedLink()))
                .param("goodUntil", texts(entries, Entry::goodUntil))
                .update();
    }

    /** Gives up letters whose link no longer works; nobody would thank us for them. */
    @Transactional
    public void giveUpStale() {
        jdbc.sql("""
                        update notification
                           set state = 'FAILED', sealed_link = null,
                               last_error = coalesce(last_error, 'Its link expired before it could be sent')
                         where state = 'QUEUED' and urgent and good_until < now()
                        """).update();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, @Nullable String> text) {
        return entries.stream().map(text).toArray(String[]::new);
    }
}
