package org.regatta.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.regatta.notification.Outbox.Claimed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends one letter by SMTP, as plain text and as HTML. */
@Component
class MailChannel {

    private final JavaMailSender mails;
    private final ITemplateEngine templates;
    private final String from;
    private final String baseUrl;
    private final Clock clock;

    MailChannel(
            JavaMailSender mails,
            ITemplateEngine templates,
            @Value("${regatta.mail.from}") String from,
            @Value("${regatta.base-url}") String baseUrl,
            Clock clock) {
        this.mails = mails;
        this.templates = templates;
        this.from = from;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /**
     * Hands the letter to the mail server.
     *
     * @throws MailPreparationException if no mail can be made of it, however often it is tried
     * @throws org.springframework.mail.MailException if the server did not take it
     */
    void send(Claimed letter) {
        mails.send(message(letter));
    }

    private MimeMessage message(Claimed letter) {
        var message = mails.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(from, true));
            helper.setTo(new InternetAddress(letter.email(), letter.name(), StandardCharsets.UTF_8.name()));
            helper.setSubject(letter.subject());
            helper.setSentDate(Date.from(clock.instant()));
            helper.setText(text(letter), html(letter));
            message.saveChanges();
            // the same on every attempt: a reader's mailbox knows the one that came twice
            message.setHeader("Message-ID", "<" + letter.id() + "@regatta>");
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException("No mail can be made of letter " + letter.id(), e);
        }
    }

    private String text(Claimed letter) {
        return letter.body() + "\n\n-- \n" + letter.reason() + "\n" + baseUrl + "\n";
    }

    private String html(Claimed letter) {
        var context = new Context(Locale.ROOT);
        context.setVariable("subject", letter.subject());
        context.setVariable(
                "paragraphs", List.of(letter.body().replace("\r", "").split("\n{2,}")));
        context.setVariable("reason", letter.reason());
        context.setVariable("address", baseUrl);
        return templates.process("notification/mail", context);
    }
}
