package org.regatta.steering.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundView;
import org.regatta.identity.ReaderZone;
import org.regatta.notification.NewMailing;
import org.regatta.notification.Recipient;
import org.regatta.shared.web.Formats;
import org.regatta.steering.JurorProgress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes to the jurors who are behind: the letter that is proposed, and what its placeholders stand for. */
@Component
class ReminderLetters {

    private final MessageSource messages;
    private final Formats formats;
    private final ReaderZone zones;
    private final @Nullable URI home;

    ReminderLetters(
            MessageSource messages,
            Formats formats,
            ReaderZone zones,
            @Value("${regatta.base-url:#{null}}") @Nullable URI home) {
        this.messages = messages;
        this.formats = formats;
        this.zones = zones;
        this.home = home;
    }

    String subject() {
        return say("reminder.letter.subject");
    }

    String body() {
        return say("reminder.letter.body");
    }

    /** The letter to these. */
    NewMailing mailing(
            RoundView round, CompetitionView competition, List<JurorProgress> chosen, String subject, String body) {
        var recipients = new ArrayList<Recipient>();
        var own = zones.chosen(chosen.stream().map(JurorProgress::personId).toList());
        for (var juror : chosen) {
            var zone = own.getOrDefault(juror.personId(), competition.zone());
            recipients.add(new Recipient(juror.personId(), values(round, competition, juror, zone)));
        }
        return new NewMailing(
                round.place(),
                round.id(),
                subject,
                body,
                say("reminder.letter.reason", competition.name(), round.name()),
                recipients);
    }

    private Map<String, String> values(RoundView round, CompetitionView competition, JurorProgress juror, ZoneId zone) {
        var values = new HashMap<String, String>();
        values.put("round", round.name());
        values.put("competition", competition.name());
        values.put("left", formats.whole(juror.left()));
        values.put("assigned", formats.whole(juror.assigned()));
        values.put(
                "deadline",
                round.closesAt() == null ? say("reminder.letter.noDeadline") : formats.full(round.closesAt(), zone));
        values.put("link", (home == null ? "" : home.toString()) + "/inbox?round=" + round.id());
        return values;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
