package org.regatta.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.notification.choice.MailChoices;
import org.regatta.notification.choice.MailKind;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Mails people may do without end where they say so: on their own page, or by the link in the mail. */
@RegattaTest
class MailChoicesIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MailChoices choices;

    @Autowired
    private Notifications notifications;

    @LocalServerPort
    private int port;

    private Scene scene;
    private UUID juror;

    @BeforeEach
    void aJuror() {
        scene = new Scene(context);
        juror = scene.person("juror", Role.JURY_MEMBER);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void leavesOutWhoWantsNoSuchMails() throws Exception {
        assertThat(notifications.preview(mailing())).hasSize(1);

        Acting.as(juror, () -> {
            choices.choose(MailKind.MAILING, false);
            assertThat(choices.own()).containsEntry(MailKind.MAILING, false);
            return null;
        });

        assertThat(notifications.preview(mailing())).isEmpty();
        assertThatThrownBy(() -> notifications.send(mailing())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void endsThemByTheLinkOfAMailWithoutASignInAndOnlyByItsButton() throws Exception {
        notifications.send(mailing());
        var letter = scene.rows()
                .sql("select id from notification where person_id = ?")
                .param(juror)
                .query(UUID.class)
                .single();
        var stale = choices.secretFor(letter);
        var secret = choices.secretFor(letter);
        var browser = new Browser(port);

        var asked = browser.get("/unsubscribe?token=" + secret);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(wants()).isTrue();
        assertThat(browser.get("/unsubscribe?token=" + stale).statusCode()).isEqualTo(404);
        assertThat(browser.get("/unsubscribe?token=x").statusCode()).isEqualTo(404);

        var page = "/unsubscribe?token=" + secret;
        var done = browser.post("/unsubscribe", Map.of("token", secret, "_csrf", browser.csrf(page)));

        assertThat(done.body()).contains("These mails have stopped");
        assertThat(wants()).isFalse();
    }

    private boolean wants() {
        return choices.without(MailKind.MAILING, List.of(juror)).isEmpty();
    }

    private NewMailing mailing() {
        return new NewMailing(
                Place.ofCompetition(scene.programId, scene.competitionId),
                null,
                "A word",
                "Dear {{name}}, a word.",
                "You get this mail because you are a juror.",
                List.of(new Recipient(juror, Map.of())));
    }
}
