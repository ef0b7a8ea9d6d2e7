package org.regatta.notification;

import java.sql.Types;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.regatta.identity.LetterDue;
import org.regatta.shared.Ids;
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

    Letters.Reader reader(UUID personId) {
        return jdbc.sql("select name, locale, zone from person where id = :id")
                .param("id", personId)
                .query((row, number) -> new Letters.Reader(
                        row.getString("name"),
                        Locale.forLanguageTag(row.getString("locale")),
                        ZoneId.of(row.getString("zone"))))
                .single();
    }

    void add(LetterDue letter, Words words) {
        var goodUntil = letter.goodUntil();
        jdbc.sql("""
                        insert into notification (id, person_id, channel, subject, body, reason, state, next_attempt_at,
                                                  urgent, address, sealed_link, good_until)
                        values (:id, :person, 'EMAIL', :subject, :body, :reason, 'QUEUED', now(),
                                true, :address, :link, :goodUntil)
                        """)
                .param("id", Ids.next())
                .param("person", letter.personId())
                .param("subject", words.subject())
                .param("body", words.body())
                .param("reason", words.reason())
                .param("address", letter.address())
                .param("link", letter.sealedLink())
                .param(
                        "goodUntil",
                        goodUntil == null ? null : goodUntil.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
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
}
