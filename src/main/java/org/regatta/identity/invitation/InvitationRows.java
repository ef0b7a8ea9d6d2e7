package org.regatta.identity.invitation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.Administration.Scope;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code invitation}. */
@Repository
class InvitationRows {

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Invites, or invites again whoever waits already; one statement for any number of people. */
    void open(List<UUID> personIds, UUID by, Instant now, Instant expires) {
        jdbc.sql("""
            insert into invitation (id, person_id, invited_by, invited_at, sent_at, expires_at)
            select cast(id as uuid), cast(person as uuid), :by, :now, :now, :expires
              from unnest(cast(:ids as text[]), cast(:people as text[])) as new (id, person)
            on conflict (person_id) where accepted_at is null and ended_at is null do update
               set sent_at = excluded.sent_at, sent = invitation.sent + 1, expires_at = excluded.expires_at
            """)
                .param(
                        "ids",
                        personIds.stream().map(person -> Ids.next().toString()).toArray(String[]::new))
                .param("people", Ids.texts(personIds))
                .param("by", by)
                .param("now", utc(now))
                .param("expires", utc(expires))
                .update();
    }

    /** Whether one was waiting. */
    boolean end(UUID personId, String column, Instant now) {
        return jdbc.sql("update invitation set " + column
                                + " = :now where person_id = :person and accepted_at is null and ended_at is null")
                        .param("now", utc(now))
                        .param("person", personId)
                        .update()
                == 1;
    }

    /** Whether one was waiting that this person had sent first. */
    boolean endOwn(UUID personId, UUID by, Instant now) {
        return jdbc.sql("""
            update invitation set ended_at = :now
             where person_id = :person and invited_by = :by and accepted_at is null and ended_at is null
            """)
                        .param("now", utc(now))
                        .param("person", personId)
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Shows no other page to the person before a password or a passkey is set. */
    void mustSetPassword(UUID personId) {
        jdbc.sql("update person set must_set_password = true where id = :id and password_hash is null")
                .param("id", personId)
                .update();
    }

    boolean waits(UUID personId) {
        return jdbc.sql("select count(*) from invitation where person_id = :id and accepted_at is null and"
                                + " ended_at is null")
                        .param("id", personId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Those of these people whose account is nobody's yet and open: no password, never signed in. */
    Set<UUID> untaken(Collection<UUID> personIds) {
        return new HashSet<>(jdbc.sql("""
            select id from person where id = any(cast(:ids as uuid[])) and enabled
               and password_hash is null and last_sign_in_at is null
            """)
                .param("ids", Ids.texts(personIds))
                .query(UUID.class)
                .list());
    }

    /** Those of these people that may sign in. */
    Set<UUID> enabled(Collection<UUID> personIds) {
        return new HashSet<>(jdbc.sql("select id from person where id = any(cast(:ids as uuid[])) and enabled")
                .param("ids", Ids.texts(personIds))
                .query(UUID.class)
                .list());
    }

    /** Which of these lower-case addresses the viewer administers an account of. */
    Set<String> known(Collection<String> emails, Scope scope) {
        return new HashSet<>(
                jdbc.sql("select lower(p.email) from person p where lower(p.email) = any(cast(:emails as text[]))"
                                + " and " + Administration.PERSON_IN_REACH)
                        .params(scope.parameters())
                        .param("emails", emails.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
