package org.regatta.steering;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.JurorReminders;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.notification.Letter;
import org.regatta.notification.NewMailing;
import org.regatta.notification.Notifications;
import org.regatta.notification.Reminder;
import org.regatta.notification.Reminders;
import org.regatta.project.DraftReminders;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letter a round sends by itself before its deadline: to teams with drafts in an INTAKE, to jurors who are behind in an
 * EVALUATION. For those who run the competition.
 */
@Service
@Transactional
public class RoundReminders {

    private static final Duration USUAL = Duration.ofDays(2);
    private static final int SAMPLE_ASSIGNED = 12;
    private static final int SAMPLE_OPEN = 5;

    private final Rounds rounds;
    private final Reminders reminders;
    private final DraftReminders drafts;
    private final JurorReminders jurors;
    private final Notifications notifications;
    private final Access access;
    private final MessageSource messages;

    RoundReminders(
            Rounds rounds,
            Reminders reminders,
            DraftReminders drafts,
            JurorReminders jurors,
            Notifications notifications,
            Access access,
            MessageSource messages) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.drafts = drafts;
        this.jurors = jurors;
        this.notifications = notifications;
        this.access = access;
        this.messages = messages;
    }

    /** The reminder of a round; empty where it has none. */
    @Transactional(readOnly = true)
    public Optional<Reminder> of(UUID roundId) {
        run(roundId);
        return reminders.of(roundId);
    }

    /**
     * What is proposed where there is none yet, in the reader's language.
     *
     * @throws NotVisible if a round of this kind reminds nobody
     */
    @Transactional(readOnly = true)
    public Reminder proposed(UUID roundId, Locale language) {
        var words = switch (run(roundId).kind()) {
            case INTAKE -> "reminder.intake";
            case EVALUATION -> "reminder.letter";
            default -> throw new NotVisible();
        };
        return new Reminder(
                USUAL,
                messages.getMessage(words + ".subject", null, language),
                messages.getMessage(words + ".body", null, language),
                language);
    }

    /**
     * The letter as a reader would get it; the viewer stands for them.
     *
     * @throws InvalidInput naming the line of a placeholder that means nothing, and texts too long or empty
     */
    @Transactional(readOnly = true)
    public List<Letter> preview(UUID roundId, Reminder reminder) {
        return notifications.preview(sample(run(roundId), reminder));
    }

    /**
     * Keeps the reminder; while the round is open it counts at once.
     *
     * @throws InvalidInput as {@link #preview}, if the time is out of range, or the round reminds nobody
     */
    public void set(UUID roundId, Reminder reminder) {
        reminders.set(sample(run(roundId), reminder), reminder);
    }

    /** Reminds nobody any more. */
    public void remove(UUID roundId) {
        reminders.remove(run(roundId).place(), roundId);
    }

    private NewMailing sample(RoundView round, Reminder reminder) {
        var viewer = access.viewer().personId();
        return switch (round.kind()) {
            case INTAKE ->
                drafts.sample(
                        round, reminder, viewer, messages.getMessage("reminder.sample", null, reminder.language()));
            case EVALUATION -> jurors.sample(round, reminder, viewer, SAMPLE_ASSIGNED, SAMPLE_OPEN);
            default ->
                throw new InvalidInput(new Finding(
                        "roundId", "A round of this kind reminds nobody.", "Name an INTAKE or EVALUATION round."));
        };
    }

    private RoundView run(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        return round;
    }
}
