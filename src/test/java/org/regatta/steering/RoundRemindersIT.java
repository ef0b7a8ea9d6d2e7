package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.evaluation.Edition;
import org.regatta.evaluation.JurorReminders;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Role;
import org.regatta.notification.Reminder;
import org.regatta.notification.Reminders;
import org.regatta.project.DraftReminders;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters that leave by themselves before a deadline: whom they reach, and who may write them. */
@RegattaTest
class RoundRemindersIT {

    private static final Reminder LETTER = new Reminder(
            Duration.ofHours(48),
            "{{left}} left",
            "Dear {{name}}, {{left}} of {{assigned}} in {{round}}.",
            Locale.FRENCH);

    @Autowired
    private RoundReminders roundReminders;

    @Autowired
    private Reminders reminders;

    @Autowired
    private JurorReminders jurors;

    @Autowired
    private DraftReminders drafts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private Edition edition;

    @BeforeEach
    void anOrganiserIsAtWork() {
        edition = Edition.open(database);
        Acting.as(edition.person(Role.PROGRAM_ADMIN));
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void reachJurorsWhoAreBehindInTheWordsOfTheOrganiserAndNobodyElse() {
        var behind = edition.juror();
        var done = edition.juror();
        var project = edition.project();
        edition.assign(project, behind);
        edition.handIn(edition.assign(project, done));
        roundReminders.set(edition.roundId(), LETTER);

        Acting.asNobody();
        jurors.remind(edition.roundId());

        assertThat(letters()).containsExactly(behind + ": 1 left / Dear Somebody, 1 of 1 in Stage 1.");
        assertThat(database.sql("""
                        select n.reason from notification n join mailing m on m.id = n.mailing_id
                        where m.subject_id = ? and m.sent_by is null""")
                        .param(edition.roundId())
                        .query(String.class)
                        .single())
                .contains("juré", "Stage 1");
    }

    @Test
    void reachEveryMemberOfATeamWithADraft() {
        var call = edition.intake();
        var member = edition.person(Role.APPLICANT);
        var draft = edition.project(member);
        database.sql("update project set status = 'DRAFT', submitted_at = null where id = ?")
                .param(draft)
                .update();
        edition.project();
        database.sql("update person set zone = 'Asia/Tokyo' where id = ?")
                .param(member)
                .update();
        database.sql("update round set closes_at = '2035-11-24T17:00Z' where id = ?")
                .param(call)
                .update();
        roundReminders.set(
                call, new Reminder(Duration.ofHours(24), "{{projects}}", "Until {{deadline}}", Locale.ENGLISH));

        drafts.remind(call);

        assertThat(database.sql("""
                        select n.person_id || ' ' || n.body from notification n join mailing m on m.id = n.mailing_id
                        where m.subject_id = ?""").param(call).query(String.class).list())
                .containsExactly(member + " Until 2035-11-25 02:00 (Asia/Tokyo, UTC+09:00)");
    }

    @Test
    void sayTheDeadlineInTheZoneThatTheReaderChose() {
        var far = edition.juror();
        var here = edition.juror();
        database.sql("update person set zone = 'Asia/Tokyo' where id = ?")
                .param(far)
                .update();
        database.sql("update round set closes_at = '2035-11-24T17:00Z' where id = ?")
                .param(edition.roundId())
                .update();
        var project = edition.project();
        edition.assign(project, far);
        edition.assign(project, here);
        roundReminders.set(
                edition.roundId(), new Reminder(Duration.ofHours(48), "Soon", "{{deadline}}", Locale.ENGLISH));

        jurors.remind(edition.roundId());

        assertThat(letters())
                .containsExactlyInAnyOrder(
                        far + ": Soon / 2035-11-25 02:00 (Asia/Tokyo, UTC+09:00)",
                        here + ": Soon / 2035-11-24 18:00 (Europe/Warsaw, UTC+01:00)");
    }

    @Test
    void remindNobodyWithoutWordsOfTheOrganiser() {
        edition.assign(edition.project(), edition.juror());

        jurors.remind(edition.roundId());

        assertThat(letters()).isEmpty();
    }

    @Test
    void areDueBeforeTheDeadlineAndNeverOnceThatHasPassed() {
        roundReminders.set(edition.roundId(), LETTER);
        var now = clock.instant();
        var deadline = now.plus(Duration.ofDays(3));
        var end = deadline.plus(Duration.ofHours(1));

        assertThat(reminders.due(edition.roundId(), deadline, end)).isEqualTo(deadline.minus(Duration.ofHours(48)));
        assertThat(reminders.due(edition.roundId(), now.plus(Duration.ofHours(47)), now.plus(Duration.ofHours(48))))
                .isAfter(now.plus(Duration.ofHours(48)));
        roundReminders.remove(edition.roundId());
        assertThat(reminders.due(edition.roundId(), deadline, end)).isAfter(end);
    }

    @Test
    void areRefusedWithThePlaceOfWhatIsWrong() {
        assertThatThrownBy(() -> roundReminders.set(
                        edition.roundId(), new Reminder(Duration.ofHours(48), "s", "Dear\n{{nmae}}", Locale.ENGLISH)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings().getFirst().place())
                                .isEqualTo("body:2"));
        assertThatThrownBy(() -> roundReminders.set(
                        edition.roundId(), new Reminder(Duration.ofMinutes(5), "s", "b", Locale.ENGLISH)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings().getFirst().place())
                                .isEqualTo("hours"));
        assertThat(roundReminders.of(edition.roundId())).isEmpty();
        Acting.as(edition.person(Role.OBSERVER));
        assertThatThrownBy(() -> roundReminders.set(edition.roundId(), LETTER)).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> roundReminders.of(edition.roundId())).isInstanceOf(ActionForbidden.class);
    }

    private List<String> letters() {
        return database.sql("""
                        select n.person_id || ': ' || n.subject || ' / ' || n.body
                        from notification n join mailing m on m.id = n.mailing_id where m.subject_id = ?""").param(edition.roundId()).query(String.class).list();
    }
}
