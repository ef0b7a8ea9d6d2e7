package org.regatta.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.LetterDue;
import org.regatta.identity.Sealing;
import org.regatta.notification.LetterOutbox.Words;
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

    /** Stands alone in its paragraph. */
    private static final String LINK = "{{link}}";

    private final JavaMailSender mails;
    private final ITemplateEngine templates;
    private final String from;
    private final String baseUrl;
    private final Sealing sealing;
    private final MailFoot foot;

    MailChannel(
            JavaMailSender mails,
            ITemplateEngine templates,
            @Value("${regatta.mail.from}") String from,
            @Value("${regatta.base-url}") String baseUrl,
            Sealing sealing,
            MailFoot foot) {
        this.mails = mails;
        this.templates = templates;
        this.from = from;
        this.baseUrl = baseUrl;
        this.sealing = sealing;
        this.foot = foot;
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
        var to = letter.to();
        var words = letter.words();
        try {
            var link = link(letter);
            var unsubscribe = foot.unsubscribe(letter);
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(new InternetAddress(from, true));
            helper.setTo(new InternetAddress(to.email(), to.name(), StandardCharsets.UTF_8.name()));
            helper.setSubject(words.subject());
            helper.setSentDate(foot.now());
            helper.setText(text(words, link, unsubscribe), html(words, link, unsubscribe));
            message.saveChanges();
            // the same on every attempt: a reader's mailbox knows the one that came twice
            message.setHeader("Message-ID", "<" + letter.id() + "@regatta>");
            message.setHeader("Auto-Submitted", "auto-generated");
            if (unsubscribe != null) {
                message.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            }
            return message;
        } catch (MessagingException | UnsupportedEncodingException | IllegalArgumentException e) {
            throw new MailPreparationException("No mail can be made of letter " + letter.id(), e);
        }
    }

    private @Nullable String link(Claimed letter) {
        var sealed = letter.sealedLink();
        return sealed == null ? null : sealing.open(LetterDue.LINK, sealed);
    }

    private String text(Words words, @Nullable String link, @Nullable String unsubscribe) {
        var body = link == null ? words.body() : words.body().replace(LINK, link);
        return body + "\n\n-- \n" + words.reason() + "\n" + baseUrl + "\n"
                + (unsubscribe == null ? "" : unsubscribe + "\n");
    }

    private String html(Words words, @Nullable String link, @Nullable String unsubscribe) {
        var context = new Context(Locale.ROOT);
        context.setVariable("subject", words.subject());
        context.setVariable("paragraphs", List.of(words.body().replace("\r", "").split("\n{2,}")));
        context.setVariable("placeholder", LINK);
        context.setVariable("link", link);
        context.setVariable("reason", words.reason());
        context.setVariable("address", baseUrl);
        context.setVariable("unsubscribe", unsubscribe);
        return templates.process("notification/mail", context);
    }
}
