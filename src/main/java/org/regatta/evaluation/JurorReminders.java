package org.regatta.evaluation;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundView;
import org.regatta.identity.ReaderZone;
import org.regatta.notification.NewMailing;
import org.regatta.notification.Notifications;
import org.regatta.notification.Recipient;
import org.regatta.notification.Reminder;
import org.regatta.notification.Reminders;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds jurors of what they have not handed in. Checks no rights: what it writes, {@link Notifications} guards. */
@Service
@Transactional
public class JurorReminders {

    private final JdbcClient database;
    private final RoundLifecycle rounds;
    private final Reminders reminders;
    private final Notifications notifications;
    private final ReaderZone zones;
    private final MessageSource messages;

    JurorReminders(
            JdbcClient database,
            RoundLifecycle rounds,
            Reminders reminders,
            Notifications notifications,
            ReaderZone zones,
            MessageSource messages) {
        this.database = database;
        this.rounds = rounds;
        this.reminders = reminders;
        this.notifications = notifications;
        this.zones = zones;
        this.messages = messages;
    }

    /** Somebody who is behind. */
    private record Behind(UUID personId, int assigned, int open) {}

    /** Writes to every juror with an evaluation that is not in, if the round has a reminder. Called by the process. */
    public void remind(UUID roundId) {
        var round = rounds.find(roundId);
        reminders.of(roundId).ifPresent(reminder -> notifications.remind(letter(round, reminder, behind(roundId))));
    }

    /** The letter as this person would get it with {@code open} of {@code assigned} evaluations to do. */
    @Transactional(readOnly = true)
    public NewMailing sample(RoundView round, Reminder reminder, UUID personId, int assigned, int open) {
        return letter(round, reminder, List.of(new Behind(personId, assigned, open)));
    }

    private NewMailing letter(RoundView round, Reminder reminder, List<Behind> behind) {
        var competition = rounds.competition(round.competitionId());
        var chosen = zones.chosen(behind.stream().map(Behind::personId).toList());
        return new NewMailing(
                round.place(),
                round.id(),
                reminder.subject(),
                reminder.body(),
                said("reminder.letter.reason", reminder, competition.name(), round.name()),
                behind.stream()
                        .map(one -> new Recipient(
                                one.personId(),
                                values(
                                        competition,
                                        round,
                                        one,
                                        chosen.getOrDefault(one.personId(), competition.zone()))))
                        .toList());
    }

    private Map<String, String> values(CompetitionView competition, RoundView round, Behind behind, ZoneId zone) {
        var closes = round.closesAt();
        return Map.of(
                "left", String.valueOf(behind.open()),
                "assigned", String.valueOf(behind.assigned()),
                "round", round.name(),
                "competition", competition.name(),
                "deadline", closes == null ? "–" : reminders.moment(closes, zone),
                "link", reminders.link("/inbox?round=" + round.id()));
    }

    private String said(String key, Reminder reminder, Object... values) {
        return messages.getMessage(key, values, reminder.language());
    }

    private List<Behind> behind(UUID roundId) {
        return database.sql("""
                        select a.person_id, count(*) as assigned,
                               count(*) filter (where e.state is distinct from 'SUBMITTED') as open
                        from assignment a left join evaluation e on e.assignment_id = a.id
                        where a.round_id = :round and a.state = 'ACTIVE'
                        group by a.person_id
                        having count(*) filter (where e.state is distinct from 'SUBMITTED') > 0
                        order by a.person_id""").param("round", roundId).query(Behind.class).list();
    }
}
