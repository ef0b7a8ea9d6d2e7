package org.regatta.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.link.LinkLetters;
import org.regatta.identity.link.OneTimeTokens;
import org.regatta.identity.link.Purpose;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Links by mail: at once, in the reader's language, and readable nowhere but in the mail. */
@RegattaTest
class LettersIT {

    private static final Pattern LINK = Pattern.compile("http://localhost/sign-in/link\\?token=([\\w-]{43})");

    @Autowired
    private People people;

    @Autowired
    private LinkLetters letters;

    @Autowired
    private OneTimeTokens tokens;

    @Autowired
    private SendNotificationsJob job;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private String email;
    private UUID personId;

    @BeforeEach
    void aPerson() {
        email = "zoe." + UUID.randomUUID() + "@example.org";
        personId = people.ensure(new NewPerson(email, "Zoë Ünal"));
    }

    @AfterEach
    void stop() {
        sender.setPort(9);
        server.stop();
    }

    @Test
    void bringsALinkThatWorksAndKeepsItReadableNowhereElse() throws Exception {
        jdbc.sql("update person set locale = 'fr' where id = :id")
                .param("id", personId)
                .update();
        send(Duration.ofMinutes(15));
        assertThat(rows()).doesNotContain("token=").contains("{{link}}").contains("Bonjour Zoë Ünal");
        mailServer();

        var mail = received();

        assertThat(mail.getSubject()).isEqualTo("Votre lien de connexion");
        var parts = parts(mail);
        var found = LINK.matcher(parts);
        assertThat(found.find()).as(parts).isTrue();
        assertThat(parts).contains("href=\"" + found.group()).doesNotContain("{{");
        assertThat(tokens.use(Purpose.SIGN_IN, found.group(1)).personId()).isEqualTo(personId);
        assertThat(rows()).doesNotContain(found.group(1)).contains("\"sealed_link\":null");
    }

    @Test
    void comesInTheLanguageOfWhoeverCausesItUntilTheReaderHasOne() throws Exception {
        sendFromAFrenchPage();
        mailServer();

        assertThat(received().getSubject()).isEqualTo("Votre lien de connexion");

        jdbc.sql("update person set last_sign_in_at = now() where id = :id")
                .param("id", personId)
                .update();
        sendFromAFrenchPage();
        Awaitility.await().untilAsserted(() -> {
            job.drain();
            assertThat(subjects()).containsExactly("Votre lien de connexion", "Your link to sign in");
        });
    }

    @Test
    void overtakesMailingsThatWaitForTheMailServer() throws Exception {
        jdbc.sql("""
                insert into notification (id, person_id, channel, subject, body, reason, state, next_attempt_at)
                values (gen_random_uuid(), :person, 'EMAIL', 'Bulk', 'b', 'r', 'QUEUED', now() - interval '1 hour')
                """).param("person", personId).update();
        send(Duration.ofMinutes(15));

        mailServer();

        Awaitility.await().untilAsserted(() -> {
            job.drain();
            assertThat(subjects()).hasSize(2);
        });
        assertThat(subjects()).containsExactly("Your link to sign in", "Bulk");
    }

    @Test
    void isGivenUpOnceItsLinkHasExpired() {
        send(Duration.ofSeconds(-1));

        job.drain();

        assertThat(rows()).contains("\"state\":\"FAILED\"").contains("\"sealed_link\":null");
    }

    private void send(Duration life) {
        letters.send(new LinkLetters.Wanted(Purpose.SIGN_IN, personId, null, life, "signIn", Map.of()));
    }

    private void sendFromAFrenchPage() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        try {
            send(Duration.ofMinutes(15));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void mailServer() {
        server.start();
        sender.setPort(server.getSmtp().getPort());
        jdbc.sql("update notification set next_attempt_at = now() - interval '1 hour' where person_id = :id")
                .param("id", personId)
                .update();
    }

    private MimeMessage received() {
        Awaitility.await().untilAsserted(() -> assertThat(mine()).hasSize(1));
        return mine()[0];
    }

    private MimeMessage[] mine() {
        return server.getReceivedMessagesForDomain(email);
    }

    private List<String> subjects() throws MessagingException {
        var subjects = new ArrayList<String>();
        for (var mail : mine()) {
            subjects.add(mail.getSubject());
        }
        return subjects;
    }

    private static String parts(MimeMessage mail) throws Exception {
        var text = new StringBuilder();
        collect(mail.getContent(), text);
        return text.toString();
    }

    private static void collect(Object content, StringBuilder text) throws Exception {
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i).getContent(), text);
            }
        } else {
            text.append(content).append('\n');
        }
    }

    private String rows() {
        return String.join(
                "\n",
                jdbc.sql("select row_to_json(n)::text from notification n where person_id = :id")
                        .param("id", personId)
                        .query(String.class)
                        .list());
    }
}
