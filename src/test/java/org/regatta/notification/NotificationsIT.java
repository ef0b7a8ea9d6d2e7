package org.regatta.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NewPerson;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** From the preview to the mailbox, past a mail server that is dead or refuses. */
@RegattaTest
class NotificationsIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Notifications notifications;

    @Autowired
    private SendNotificationsJob job;

    @Autowired
    private JavaMailSenderImpl sender;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Scene scene;
    private Place place;

    @BeforeEach
    void begin() {
        scene = new Scene(context);
        place = Place.ofCompetition(scene.programId, scene.competitionId);
    }

    @AfterEach
    void end() {
        sender.setPort(9);
        server.stop();
        Acting.asNobody();
    }

    @Test
    void reachesEveryRecipientWithTheirOwnWordsAndSaysWhyItCame() throws Exception {
        mailServer();
        var juror = person("Zoë Ünal");
        var other = person("佐藤");
        var mailing = notifications.send(reminder(
                "{{left}} left", new Recipient(juror, Map.of("left", "6")), new Recipient(other, Map.of("left", "2"))));

        leave(mailing);

        eventually(() -> assertThat(notifications.mailing(mailing).sent()).isEqualTo(2));
        assertThat(mails("2 left")).hasSize(1);
        var mail = mails("6 left").getFirst();
        assertThat(mail.getHeader("To", ",")).contains("Zo");
        assertThat(mail.getHeader("Message-ID", ",")).endsWith("@regatta>");
        assertThat(GreenMailUtil.getBody(mail)).contains("Because you are a juror.");
    }

    @Test
    void waitsUntilADeadServerIsBackAndThenSendsOnce() throws Exception {
        var mailing = notifications.send(reminder("Back soon", recipient("Ada")));
        leave(mailing);
        eventually(() -> assertThat(notifications.mailing(mailing).lastError()).contains("Connection refused"));
        assertThat(notifications.mailing(mailing).queued()).isEqualTo(1);

        mailServer();
        due(mailing);

        eventually(() -> assertThat(notifications.mailing(mailing).sent()).isEqualTo(1));
        assertThat(notifications.mailing(mailing).lastError()).isNull();
        assertThat(mails("Back soon")).hasSize(1);
    }

    @Test
    void isNotDelayedByLettersThatNobodyCanDeliver() throws Exception {
        mailServer();
        var recipients = new ArrayList<Recipient>();
        for (int refused = 0; refused < 20; refused++) {
            var somebody = person("Refused");
            scene.rows()
                    .sql("update person set email = 'two words' || email where id = ?")
                    .param(somebody)
                    .update();
            recipients.add(new Recipient(somebody, Map.of()));
        }
        recipients.add(recipient("Ada"));
        var mailing = notifications.send(reminder("After the refused", recipients.toArray(Recipient[]::new)));

        leave(mailing);

        // each would have to wait for a wake of its own, two seconds later
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !mails("After the refused").isEmpty());
        eventually(() -> assertThat(notifications.mailing(mailing).lastError()).contains("two words"));
    }

    @Test
    void isSentOnceThoughSeveralNodesEmptyTheOutbox() throws Exception {
        mailServer();
        var mailing =
                notifications.send(reminder("Once", recipient("A"), recipient("B"), recipient("C"), recipient("D")));
        leave(mailing);

        try (var nodes = Executors.newFixedThreadPool(4)) {
            nodes.invokeAll(Collections.nCopies(4, (Callable<Void>) () -> {
                job.drain();
                return null;
            }));
        }

        eventually(() -> assertThat(notifications.mailing(mailing).sent()).isEqualTo(4));
        assertThat(mails("Once")).hasSize(4);
    }

    @Test
    void isDiscardedUntilItLeavesAndNotAfter() {
        var early = notifications.send(reminder("Early", recipient("Ada")));
        notifications.discard(early);
        assertThat(notifications.mailing(early).discardedAt()).isNotNull();
        assertThat(notifications.mailing(early).queued()).isZero();
        assertThatThrownBy(() -> notifications.discard(early)).isInstanceOf(MailingLeft.class);

        var late = notifications.send(reminder("Late", recipient("Ada")));
        leave(late);
        assertThatThrownBy(() -> notifications.discard(late)).isInstanceOf(MailingLeft.class);
    }

    @Test
    void isRefusedWithEveryMistakeAndNothingIsQueued() {
        var round = UUID.randomUUID();
        var mailing = new NewMailing(place, round, "Hello {{nobody}}", "", "Because.", List.of(recipient("Ada")));

        assertThatThrownBy(() -> notifications.send(mailing))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings())
                                .extracting(finding -> finding.place())
                                .containsExactly("subject:1", "body"));
        assertThat(notifications.about(round, new PageRequest(0, 10)).total()).isZero();
    }

    @Test
    void belongsToThoseWhoRunTheCompetition() throws Exception {
        var mailing = notifications.send(reminder("Mine", recipient("Ada")));
        var observer = scene.person("observer", Role.OBSERVER);
        var stranger = scene.person("stranger");

        Acting.as(observer, () -> {
            assertThatThrownBy(() -> notifications.mailing(mailing)).isInstanceOf(ActionForbidden.class);
            assertThatThrownBy(() -> notifications.discard(mailing)).isInstanceOf(ActionForbidden.class);
            assertThatThrownBy(() -> notifications.preview(reminder("x", recipient("Ada"))))
                    .isInstanceOf(ActionForbidden.class);
            return null;
        });
        Acting.as(stranger, () -> {
            assertThatThrownBy(() -> notifications.mailing(mailing)).isInstanceOf(NotVisible.class);
            return null;
        });
    }

    /** Waits; the one who waits is the organiser, on whatever thread. */
    private void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .untilAsserted(() -> Acting.as(scene.admin, () -> {
                    run(assertion);
                    return null;
                }));
    }

    private static void run(ThrowingRunnable assertion) throws Exception {
        try {
            assertion.run();
        } catch (Exception | Error failed) {
            throw failed;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private NewMailing reminder(String subject, Recipient... recipients) {
        return new NewMailing(
                place,
                scene.competitionId,
                subject,
                "Dear {{name}},\n\nplease <b>hurry</b>.",
                "Because you are a juror.",
                List.of(recipients));
    }

    private UUID person(String name) {
        return scene.bean(People.class).ensure(new NewPerson(UUID.randomUUID() + "@example.org", name));
    }

    private Recipient recipient(String name) {
        return new Recipient(scene.person(name), Map.of());
    }

    private void mailServer() {
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    /** The minute in which a mailing can be discarded is over. */
    private void leave(UUID mailingId) {
        scene.rows()
                .sql("update mailing set leaves_at = now() where id = :id")
                .param("id", mailingId)
                .update();
        due(mailingId);
    }

    private void due(UUID mailingId) {
        scene.rows()
                .sql(
                        "update notification set next_attempt_at = now() - :ago * interval '1 second' where mailing_id = :id")
                .param("ago", Duration.ofDays(1).toSeconds())
                .param("id", mailingId)
                .update();
    }

    /** Other tests' mails may come in as well. */
    private List<MimeMessage> mails(String subject) throws MessagingException {
        var found = new ArrayList<MimeMessage>();
        for (var mail : server.getReceivedMessages()) {
            if (subject.equals(mail.getSubject())) {
                found.add(mail);
            }
        }
        return found;
    }
}
