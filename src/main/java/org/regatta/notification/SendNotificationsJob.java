package org.regatta.notification;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.regatta.notification.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Empties the outbox. */
@Component
class SendNotificationsJob {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotificationsJob.class);

    /** RFC 5321: the service is not available and closes the channel. */
    private static final int CLOSING = 421;

    private final Outbox outbox;
    private final LetterOutbox letters;
    private final MailChannel mails;
    private final NotificationProperties properties;

    SendNotificationsJob(Outbox outbox, LetterOutbox letters, MailChannel mails, NotificationProperties properties) {
        this.outbox = outbox;
        this.letters = letters;
        this.mails = mails;
        this.properties = properties;
    }

    /** Sends what is due, until nothing is or the server takes no letters at all: the rest then waits for the next wake. */
    @Scheduled(fixedDelayString = "${regatta.notification.poll:PT2S}")
    void drain() {
        letters.giveUpStale();
        var goesOn = true;
        while (goesOn) {
            var letter = outbox.claim();
            goesOn = letter.isPresent() && delivered(letter.get());
        }
    }

    private boolean delivered(Claimed letter) {
        try {
            mails.send(letter);
        } catch (MailPreparationException | MailParseException unsendable) {
            LOG.warn("Letter cannot be sent notification={}", letter.id(), unsendable);
            outbox.failed(letter.id(), said(unsendable), null);
            return true;
        } catch (MailException refused) {
            LOG.warn(
                    "Letter not delivered notification={} attempt={} reason={}",
                    letter.id(),
                    letter.attempts(),
                    said(refused));
            outbox.failed(letter.id(), said(refused), again(letter));
            return !serverTakesNone(refused);
        } catch (RuntimeException broken) {
            // its template, or what was sealed for it: left alone it would be taken first again and again
            LOG.error("Letter not written notification={} attempt={}", letter.id(), letter.attempts(), broken);
            outbox.failed(letter.id(), broken.toString(), again(letter));
            return true;
        }
        outbox.sent(letter.id());
        return true;
    }

    /** When it is tried again; null if not. */
    private @Nullable Duration again(Claimed letter) {
        return letter.attempts() >= properties.maxAttempts() ? null : properties.retryAfter(letter.attempts());
    }

    /** Whether the next letter would fare no better: the server is away, hangs, or takes none for now. */
    private static boolean serverTakesNone(MailException failure) {
        return !(failure instanceof MailSendException sending)
                || sending.getCause() != null // there was no connection
                || Stream.of(sending.getMessageExceptions())
                        .flatMap(SendNotificationsJob::answers)
                        .anyMatch(answer -> answer instanceof IOException || code(answer) == CLOSING);
    }

    /** A failure and, as mail has it, those chained to it. */
    private static Stream<Exception> answers(Exception failure) {
        return Stream.iterate(
                failure,
                Objects::nonNull,
                one -> one instanceof MessagingException chained ? chained.getNextException() : null);
    }

    private static int code(Exception failure) {
        return switch (failure) {
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            default -> 0;
        };
    }

    private static String said(MailException failure) {
        return failure.getMostSpecificCause().toString();
    }
}
