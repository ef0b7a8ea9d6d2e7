package org.regatta.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.notification.Outbox.Addressee;
import org.regatta.notification.Outbox.Claimed;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** After a letter that did not get through: does the next one have to wait for the next wake? */
class SendNotificationsJobTest {

    private final Outbox outbox = mock(Outbox.class);
    private final MailChannel mails = mock(MailChannel.class);
    private final NotificationProperties properties = mock(NotificationProperties.class);
    private final SendNotificationsJob job =
            new SendNotificationsJob(outbox, mock(LetterOutbox.class), mails, properties);
    private final Claimed bad = letter("bad@example.org");
    private final Claimed good = letter("good@example.org");

    @BeforeEach
    void aBadLetterBeforeAGoodOne() {
        when(outbox.claim()).thenReturn(Optional.of(bad), Optional.of(good), Optional.empty());
        when(properties.maxAttempts()).thenReturn(10);
        when(properties.retryAfter(1)).thenReturn(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {450, 501, 550, 554})
    void sendsTheNextAfterOneThatTheServerRefused(int code) throws Exception {
        fails(aboutTheLetter(refusal(code)));

        job.drain();

        verify(outbox).failed(eq(bad.id()), any(), eq(Duration.ofMinutes(1)));
        verify(outbox).sent(good.id());
    }

    @Test
    void sendsTheNextAfterOneThatCannotBeWritten() {
        doThrow(new IllegalStateException("cannot be unsealed")).when(mails).send(bad);

        job.drain();

        verify(outbox).failed(eq(bad.id()), any(), eq(Duration.ofMinutes(1)));
        verify(outbox).sent(good.id());
    }

    @Test
    void waitsWhileTheServerClosesItsDoor() throws Exception {
        fails(aboutTheLetter(refusal(421)));

        job.drain();

        verify(outbox, never()).sent(good.id());
    }

    @Test
    void waitsWhileTheServerHangs() {
        fails(aboutTheLetter(new MessagingException("Exception reading response", new SocketTimeoutException("late"))));

        job.drain();

        verify(outbox, never()).sent(good.id());
    }

    @Test
    void waitsWithoutAServerOrAPlaceInIt() {
        fails(new MailSendException("Mail server connection failed", new MessagingException("refused"), Map.of()));
        job.drain();
        verify(outbox, never()).sent(good.id());

        when(outbox.claim()).thenReturn(Optional.of(bad), Optional.of(good), Optional.empty());
        fails(new MailAuthenticationException("no"));
        job.drain();
        verify(outbox, never()).sent(good.id());
    }

    private void fails(MailException how) {
        doThrow(how).when(mails).send(bad);
    }

    private static MailSendException aboutTheLetter(Exception why) {
        return new MailSendException(Map.of("the letter", why));
    }

    private static SendFailedException refusal(int code) throws MessagingException {
        var answer = new SMTPAddressFailedException(
                new InternetAddress("bad@example.org"), "RCPT TO:<bad@example.org>", code, code + " no");
        return new SendFailedException("Invalid Addresses", answer);
    }

    private static Claimed letter(String email) {
        return new Claimed(UUID.randomUUID(), new Addressee("Somebody", email), null, false, null, 1);
    }
}
