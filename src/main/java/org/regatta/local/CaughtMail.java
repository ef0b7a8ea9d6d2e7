package org.regatta.local;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a person reads it.
 *
 * @param number since the start, from 1
 * @param text the plain part; empty if it has none
 * @param html the HTML part; empty if it has none
 * @param links every web address in it, each once, in order
 * @param attachments their file names
 */
public record CaughtMail(
        int number,
        String from,
        String to,
        String subject,
        @Nullable Instant sentAt,
        String text,
        String html,
        Set<String> links,
        List<String> attachments) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]+");

    static CaughtMail read(int number, MimeMessage message) {
        try {
            var parts = new Parts();
            parts.add(message);
            var sent = message.getSentDate();
            return new CaughtMail(
                    number,
                    joined(message.getFrom()),
                    joined(message.getAllRecipients()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    sent == null ? null : sent.toInstant(),
                    parts.text.toString(),
                    parts.html.toString(),
                    links(parts.text + "\n" + parts.html),
                    parts.attachments);
        } catch (MessagingException e) {
            throw new IllegalStateException("A caught mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A caught mail cannot be read", e);
        }
    }

    private static Set<String> links(String content) {
        return LINK.matcher(content)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replace("&amp;", "&").replaceAll("[.,;)]+$", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String joined(Address @Nullable [] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }

    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        private void add(Part part) throws MessagingException, IOException {
            var fileName = part.getFileName();
            if (fileName != null) {
                attachments.add(fileName);
            } else if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    add(multipart.getBodyPart(i));
                }
            } else if (part.isMimeType("text/html")) {
                html.append(part.getContent());
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            }
        }
    }
}
