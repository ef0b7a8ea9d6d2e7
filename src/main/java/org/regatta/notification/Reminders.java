package org.regatta.notification;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Place;
import org.regatta.shared.Change;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that leave by themselves before a deadline. Nobody is written to in words no organiser has seen: what has no
 * reminder reminds nobody.
 */
@Service
@Transactional
public class Reminders {

    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(30);
    private static final Duration PAST_THE_END = Duration.ofDays(1);
    /** Readable in every language: the words are the organiser's, and a process has no reader's locale. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '('VV, 'UTC'xxx')'", Locale.ROOT);

    private final JdbcClient database;
    private final Notifications notifications;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final @Nullable URI home;

    Reminders(
            JdbcClient database,
            Notifications notifications,
            Access access,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${regatta.base-url:#{null}}") @Nullable URI home) {
        this.database = database;
        this.notifications = notifications;
        this.access = access;
        this.events = events;
        this.clock = clock;
        this.home = home;
    }

    /** The reminder about this, for instance a round. Called by processes and by services that asked; checks no rights. */
    @Transactional(readOnly = true)
    public Optional<Reminder> of(UUID subjectId) {
        return database.sql("select lead_seconds, subject, body, language from reminder where subject_id = :subject")
                .param("subject", subjectId)
                .query((row, number) -> new Reminder(
                        Duration.ofSeconds(row.getLong("lead_seconds")),
                        row.getString("subject"),
                        row.getString("body"),
                        Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    /**
     * Keeps what is to be written, and when; publishes {@link ReminderSet} if that was otherwise.
     *
     * @param sample the letter with this reminder's words, as one reader would get it
     * @throws InvalidInput as {@link Notifications#preview}, and if {@code before} is out of range
     */
    public void set(NewMailing sample, Reminder reminder) {
        notifications.preview(sample);
        var before = reminder.before();
        if (before.compareTo(LEAST) < 0 || before.compareTo(MOST) > 0) {
            throw new InvalidInput(
                    new Finding("hours", "The time before the deadline is out of range.", "Give 1 to 720 hours."));
        }
        var subjectId = Objects.requireNonNull(sample.subjectId(), "a reminder is about something");
        var previous = of(subjectId);
        database.sql("""
                        insert into reminder (subject_id, lead_seconds, subject, body, language)
                        values (:about, :lead, :subject, :body, :language)
                        on conflict (subject_id) do update
                           set lead_seconds = excluded.lead_seconds, subject = excluded.subject, body = excluded.body,
                               language = excluded.language""")
                .param("about", subjectId)
                .param("lead", before.toSeconds())
                .param("subject", reminder.subject().strip())
                .param("body", reminder.body().strip())
                .param("language", reminder.language().toLanguageTag())
                .update();
        publish(sample.place(), subjectId, previous, of(subjectId));
    }

    /** Reminds nobody any more; publishes {@link ReminderSet} if there was a reminder. */
    public void remove(Place place, UUID subjectId) {
        access.require(Action.RUN_COMPETITION, place);
        var previous = of(subjectId);
        var removed = database.sql("delete from reminder where subject_id = :subject")
                .param("subject", subjectId)
                .update();
        if (removed == 1) {
            publish(place, subjectId, previous, Optional.empty());
        }
    }

    /**
     * When the reminder leaves. Where there is none, or its moment has passed, not before {@code end}: a process that ends
     * there never comes so far.
     */
    @Transactional(readOnly = true)
    public Instant due(UUID subjectId, @Nullable Instant deadline, Instant end) {
        if (deadline == null) {
            return end;
        }
        return of(subjectId)
                .map(reminder -> deadline.minus(reminder.before()))
                .filter(moment -> moment.isAfter(clock.instant()))
                .orElseGet(() -> end.plus(PAST_THE_END));
    }

    /** A moment with its zone, as letters say it in every language. */
    public String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** The address of a page for people who read it elsewhere. */
    public String link(String path) {
        return (home == null ? "" : home.toString()) + path;
    }

    private void publish(Place place, UUID subjectId, Optional<Reminder> previous, Optional<Reminder> now) {
        var changes = Change.between()
                .field("lead", lead(previous), lead(now))
                .field("subject", words(previous, Reminder::subject), words(now, Reminder::subject))
                .field("body", words(previous, Reminder::body), words(now, Reminder::body))
                .field("language", language(previous), language(now))
                .all();
        if (!changes.isEmpty()) {
            events.publishEvent(new ReminderSet(
                    subjectId, place.competitionId(), changes, access.viewer().personId(), clock.instant()));
        }
    }

    private static @Nullable Duration lead(Optional<Reminder> reminder) {
        return reminder.map(Reminder::before).orElse(null);
    }

    private static @Nullable String language(Optional<Reminder> reminder) {
        return reminder.map(one -> one.language().toLanguageTag()).orElse(null);
    }

    private static @Nullable String words(Optional<Reminder> reminder, Function<Reminder, String> which) {
        return reminder.map(which).orElse(null);
    }
}
