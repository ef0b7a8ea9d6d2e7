package org.regatta.notification;

import org.regatta.notification.Outbox.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Empties the outbox. */
@Component
class SendNotificationsJob {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotificationsJob.class);

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

    /** Sends what is due, until nothing is or the server refuses one: the rest then waits for the next wake. */
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
            var last = letter.attempts() >= properties.maxAttempts();
            LOG.warn(
                    "Letter not delivered notification={} attempt={} reason={}",
                    letter.id(),
                    letter.attempts(),
                    said(refused));
            outbox.failed(letter.id(), said(refused), last ? null : properties.retryAfter(letter.attempts()));
            return false;
        }
        outbox.sent(letter.id());
        return true;
    }

    private static String said(MailException failure) {
        return failure.getMostSpecificCause().toString();
    }
}
