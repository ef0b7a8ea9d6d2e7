package org.regatta.project;

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

/** Reminds teams of the drafts they have not handed in. Checks no rights: what it writes, {@link Notifications} guards. */
@Service
@Transactional
public class DraftReminders {

    private final JdbcClient database;
    private final RoundLifecycle rounds;
    private final Reminders reminders;
    private final Notifications notifications;
    private final ReaderZone zones;
    private final MessageSource messages;

    DraftReminders(
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

    /** Somebody with drafts, their titles in one line. */
    private record Drafts(UUID personId, String titles) {}

    /** Writes to every member of a team with a draft, if the round has a reminder. Called by the process. */
    public void remind(UUID roundId) {
        var round = rounds.find(roundId);
        reminders.of(roundId).ifPresent(reminder -> notifications.remind(letter(round, reminder, drafts(round))));
    }

    /** The letter as this person would get it with a draft called {@code title}. */
    @Transactional(readOnly = true)
    public NewMailing sample(RoundView round, Reminder reminder, UUID personId, String title) {
        return letter(round, reminder, List.of(new Drafts(personId, title)));
    }

    private NewMailing letter(RoundView round, Reminder reminder, List<Drafts> drafts) {
        var competition = rounds.competition(round.competitionId());
        var chosen = zones.chosen(drafts.stream().map(Drafts::personId).toList());
        return new NewMailing(
                round.place(),
                round.id(),
                reminder.subject(),
                reminder.body(),
                said("reminder.intake.reason", reminder, competition.name(), round.name()),
                drafts.stream()
                        .map(one -> new Recipient(
                                one.personId(),
                                values(
                                        competition,
                                        round,
                                        one.titles(),
                                        chosen.getOrDefault(one.personId(), competition.zone()))))
                        .toList());
    }

    private Map<String, String> values(CompetitionView competition, RoundView round, String titles, ZoneId zone) {
        var closes = round.closesAt();
        return Map.of(
                "projects", titles,
                "round", round.name(),
                "competition", competition.name(),
                "deadline", closes == null ? "–" : reminders.moment(closes, zone),
                "link", reminders.link("/my-projects"));
    }

    private String said(String key, Reminder reminder, Object... values) {
        return messages.getMessage(key, values, reminder.language());
    }

    private List<Drafts> drafts(RoundView round) {
        return database.sql("""
                        select m.person_id, string_agg(p.title, ', ' order by p.number collate natural_order, p.id) as titles
                        from project p join team_member m on m.team_id = p.team_id
                        where p.competition_id = :competition and p.status = 'DRAFT'
                        group by m.person_id order by m.person_id""")
                .param("competition", round.competitionId())
                .query(Drafts.class)
                .list();
    }
}
