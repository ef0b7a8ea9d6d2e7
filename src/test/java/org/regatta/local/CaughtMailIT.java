package org.regatta.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

class CaughtMailIT {

    @Test
    void isReadAsTextAndHtmlWithItsLinksLatestFirst() throws Exception {
        var port = freePort();
        try (var catcher = new MailCatcher(port)) {
            send(port, "First", "Come to https://regatta.example/a?b=1&c=2.", null);
            send(
                    port,
                    "Zweite: Größe",
                    "Text",
                    "<p>See <a href=\"https://regatta.example/x?y=1&amp;z=2\">this</a></p>");

            var mails = catcher.mails();

            assertThat(mails).extracting(CaughtMail::subject).containsExactly("Zweite: Größe", "First");
            var second = mails.getFirst();
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.to()).isEqualTo("juror@regatta.example");
            assertThat(second.text().strip()).isEqualTo("Text");
            assertThat(second.html()).contains("<p>See");
            assertThat(second.links()).containsExactly("https://regatta.example/x?y=1&z=2");
            assertThat(second.attachments()).containsExactly("list.csv");
            assertThat(mails.getLast().links()).containsExactly("https://regatta.example/a?b=1&c=2");
            assertThat(catcher.mail(2)).contains(second);
            assertThat(catcher.mail(3)).isEmpty();
        }
    }

    private static void send(int port, String subject, String text, String html) throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("no-reply@regatta.example");
        helper.setTo("juror@regatta.example");
        helper.setSubject(subject);
        if (html == null) {
            helper.setText(text);
        } else {
            helper.setText(text, html);
            helper.addAttachment("list.csv", new ByteArrayResource("a,b".getBytes()));
        }
        sender.send(message);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
