package org.regatta.notification.choice;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Change;
import org.regatta.shared.Ids;
import org.regatta.shared.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people say what they want by mail, on their own page or by the link in a mail's foot. */
@Service
@Transactional
public class MailChoices {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailChoices(JdbcClient jdbc, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** What the viewer wants; every kind is in it. */
    @Transactional(readOnly = true)
    public Map<MailKind, Boolean> own() {
        var choices = new EnumMap<MailKind, Boolean>(MailKind.class);
        for (var kind : MailKind.values()) {
            choices.put(kind, true);
        }
        jdbc.sql("select kind, email from notification_choice where person_id = :person")
                .param("person", access.viewer().personId())
                .query(row -> {
                    choices.put(MailKind.valueOf(row.getString("kind")), row.getBoolean("email"));
                });
        return choices;
    }

    /** Says whether the viewer wants mails of this kind; publishes {@link MailChoiceChanged} if that is new. */
    public void choose(MailKind kind, boolean wanted) {
        put(access.viewer().personId(), kind, wanted);
    }

    /** Those of these people who want no mails of this kind; checks no rights. */
    @Transactional(readOnly = true)
    public Set<UUID> without(MailKind kind, Collection<UUID> personIds) {
        return new HashSet<>(jdbc.sql("""
            select person_id from notification_choice
             where kind = :kind and not email and person_id = any(cast(:people as uuid[]))
            """)
                .param("kind", kind.name())
                .param("people", Ids.texts(personIds))
                .query(UUID.class)
                .list());
    }

    /** Makes the secret of the link that ends mails like this one; a secret made for it before works no more. */
    public String secretFor(UUID notificationId) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("update notification set unsubscribe_hash = :hash where id = :id")
                .param("hash", Sha256.of(secret))
                .param("id", notificationId)
                .update();
        return secret;
    }

    /** Whether the link's secret belongs to a mail; changes nothing. */
    @Transactional(readOnly = true)
    public boolean knows(String secret) {
        return SECRET.matcher(secret).matches()
                && jdbc.sql("select count(*) from notification where unsubscribe_hash = :hash")
                                .param("hash", Sha256.of(secret))
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /**
     * Ends mails like the one this link stands in; doing it twice changes nothing more. Publishes
     * {@link MailChoiceChanged}.
     *
     * @throws NotVisible if the link belongs to no mail
     */
    public void unsubscribe(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            throw new NotVisible();
        }
        var person = jdbc.sql("select person_id from notification where unsubscribe_hash = :hash")
                .param("hash", Sha256.of(secret))
                .query(UUID.class)
                .optional()
                .orElseThrow(NotVisible::new);
        put(person, MailKind.MAILING, false);
    }

    private void put(UUID personId, MailKind kind, boolean wanted) {
        var before = without(kind, List.of(personId)).isEmpty();
        jdbc.sql("""
            insert into notification_choice (person_id, kind, email) values (:person, :kind, :email)
            on conflict (person_id, kind) do update set email = excluded.email
             where notification_choice.email <> excluded.email
            """)
                .param("person", personId)
                .param("kind", kind.name())
                .param("email", wanted)
                .update();
        var changes = Change.between().field("wanted", before, wanted).all();
        if (!changes.isEmpty()) {
            events.publishEvent(new MailChoiceChanged(personId, kind, wanted, changes, clock.instant()));
        }
    }
}
