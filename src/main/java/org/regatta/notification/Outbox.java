package org.regatta.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;
import org.regatta.identity.Reach;
import org.regatta.notification.LetterOutbox.Words;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code mailing} and {@code notification}. All times are the database's, so that nodes agree. */
@Repository
class Outbox {

    private static final String VIEW = """
        select m.id, m.subject, m.sent_by, m.created_at, m.leaves_at, m.discarded_at, n.*
          from mailing m
          cross join lateral (
               select count(*) filter (where state = 'QUEUED') as queued,
                      count(*) filter (where state = 'SENT') as sent,
                      count(*) filter (where state = 'FAILED') as failed,
                      max(last_error) filter (where state <> 'SENT') as last_error
                 from notification where mailing_id = m.id) n
        """;
    private static final String REACHED = """
         where m.subject_id = :subject
           and (:everything or m.program_id = any(:programs) or m.competition_id = any(:competitions))
        """;

    private final JdbcClient jdbc;
    private final NotificationProperties properties;

    Outbox(JdbcClient jdbc, NotificationProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * A letter that this node sends now.
     *
     * @param dispensable whether its reader may do without such mails
     * @param sealedLink what {@code {{link}}} stands for; null: the letter has none
     * @param attempts this one included
     */
    record Claimed(
            UUID id,
            Addressee to,
            Words words,
            boolean dispensable,
            @Nullable String sealedLink,
            int attempts) {}

    /** Whose mailbox a letter goes to. */
    record Addressee(String name, String email) {}

    void add(UUID mailingId, NewMailing mailing, List<Letter> letters, @Nullable UUID sentBy) {
        var place = mailing.place();
        jdbc.sql("""
            insert into mailing (id, program_id, competition_id, subject_id, subject, sent_by, created_at,
                                 leaves_at)
            values (:id, :program, :competition, :subjectId, :subject, :sentBy, now(),
                    now() + :hold * interval '1 millisecond')
            """)
                .param("id", mailingId)
                .param("program", place.programId(), Types.OTHER)
                .param("competition", place.competitionId(), Types.OTHER)
                .param("subjectId", mailing.subjectId(), Types.OTHER)
                .param("subject", letters.getFirst().subject())
                .param("sentBy", sentBy, Types.OTHER)
                .param("hold", properties.hold().toMillis())
                .update();
        jdbc.sql("""
            insert into notification (id, mailing_id, person_id, channel, subject, body, reason, state,
                                      next_attempt_at)
            select cast(new.id as uuid), m.id, cast(new.person as uuid), 'EMAIL', new.subject, new.body,
                   :reason, 'QUEUED', m.leaves_at
              from mailing m,
                   unnest(cast(:ids as text[]), cast(:people as text[]), cast(:subjects as text[]),
                          cast(:bodies as text[])) as new (id, person, subject, body)
             where m.id = :mailing
            """)
                .param("reason", mailing.reason())
                .param("ids", texts(letters, letter -> Ids.next().toString()))
                .param("people", texts(letters, letter -> letter.personId().toString()))
                .param("subjects", texts(letters, Letter::subject))
                .param("bodies", texts(letters, Letter::body))
                .param("mailing", mailingId)
                .update();
    }

    Optional<Place> place(UUID mailingId) {
        return jdbc.sql("select program_id, competition_id from mailing where id = :id")
                .param("id", mailingId)
                .query((row, number) -> new Place(
                        row.getObject("program_id", UUID.class), row.getObject("competition_id", UUID.class), null))
                .optional();
    }

    MailingView view(UUID mailingId) {
        return jdbc.sql(VIEW + " where m.id = :id")
                .param("id", mailingId)
                .query(Outbox::view)
                .single();
    }

    Page<MailingView> about(UUID subjectId, Reach reach, PageRequest page) {
        var items = reached(VIEW + REACHED + " order by m.id desc limit :size offset :offset", subjectId, reach)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(Outbox::view)
                .list();
        long total = reached("select count(*) from mailing m" + REACHED, subjectId, reach)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** Whether the mailing had not left: all of it is discarded then, else nothing is. */
    boolean discard(UUID mailingId) {
        var held = jdbc.sql("""
            update mailing set discarded_at = now()
             where id = :id and discarded_at is null and leaves_at > now()
            """).param("id", mailingId).update();
        if (held == 0) {
            return false;
        }
        jdbc.sql("update notification set state = 'DISCARDED' where mailing_id = :id and state = 'QUEUED'")
                .param("id", mailingId)
                .update();
        return true;
    }

    /** Takes the letter that has waited longest; nobody else takes it until {@code takeOverAfter} has passed. */
    @Transactional
    public Optional<Claimed> claim() {
        return jdbc.sql("""
            update notification n
               set attempts = attempts + 1,
                   next_attempt_at = clock_timestamp() + :lease * interval '1 millisecond'
              from person p
             where p.id = n.person_id
               and n.id = (select id from notification
                            where state = 'QUEUED' and next_attempt_at <= clock_timestamp()
                            order by urgent desc, next_attempt_at, id
                            limit 1 for update skip locked)
            returning n.id, p.name, coalesce(n.address, p.email) as email, n.subject, n.body, n.reason,
                      n.mailing_id is not null as dispensable, n.sealed_link, n.attempts
            """)
                .param("lease", properties.takeOverAfter().toMillis())
                .query((row, number) -> new Claimed(
                        row.getObject("id", UUID.class),
                        new Addressee(row.getString("name"), row.getString("email")),
                        new Words(row.getString("subject"), row.getString("body"), row.getString("reason")),
                        row.getBoolean("dispensable"),
                        row.getString("sealed_link"),
                        row.getInt("attempts")))
                .optional();
    }

    @Transactional
    public void sent(UUID notificationId) {
        jdbc.sql("""
            update notification
               set state = 'SENT', sent_at = clock_timestamp(), last_error = null, sealed_link = null
             where id = :id
            """).param("id", notificationId).update();
    }

    /**
     * Keeps why an attempt failed.
     *
     * @param retryAfter null where no further attempt makes sense
     */
    @Transactional
    public void failed(UUID notificationId, String error, @Nullable Duration retryAfter) {
        jdbc.sql("""
            update notification
               set state = case when :last then 'FAILED' else state end,
                   sealed_link = case when :last then null else sealed_link end,
                   last_error = left(:error, 500),
                   next_attempt_at = clock_timestamp() + :wait * interval '1 millisecond'
             where id = :id and state = 'QUEUED'
            """)
                .param("last", retryAfter == null)
                .param("error", error)
                .param("wait", retryAfter == null ? 0 : retryAfter.toMillis())
                .param("id", notificationId)
                .update();
    }

    private JdbcClient.StatementSpec reached(String sql, UUID subjectId, Reach reach) {
        return jdbc.sql(sql)
                .param("subject", subjectId)
                .param("everything", reach.everything())
                .param("programs", reach.programIds().toArray(UUID[]::new))
                .param("competitions", reach.competitionIds().toArray(UUID[]::new));
    }

    private static String[] texts(List<Letter> letters, Function<Letter, String> text) {
        return letters.stream().map(text).toArray(String[]::new);
    }

    private static MailingView view(ResultSet row, int number) throws SQLException {
        var discardedAt = instant(row, "discarded_at");
        return new MailingView(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getObject("sent_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("leaves_at", OffsetDateTime.class).toInstant(),
                discardedAt,
                row.getInt("queued"),
                row.getInt("sent"),
                row.getInt("failed"),
                row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
