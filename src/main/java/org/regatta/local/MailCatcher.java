package org.regatta.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes every mail that Regatta sends and keeps it in memory, instead of delivering it. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;

    MailCatcher(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** What was caught since the start, latest first. */
    public List<CaughtMail> mails() {
        var messages = messages();
        var mails = IntStream.range(0, messages.size())
                .mapToObj(index -> CaughtMail.read(index + 1, messages.get(index)))
                .toList();
        return mails.reversed();
    }

    /** The mail with this number; numbers begin at 1 with the first mail since the start. */
    public Optional<CaughtMail> mail(int number) {
        var messages = messages();
        return number >= 1 && number <= messages.size()
                ? Optional.of(CaughtMail.read(number, messages.get(number - 1)))
                : Optional.empty();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** In the order of their arrival; one for each recipient. */
    private List<MimeMessage> messages() {
        return Collections.unmodifiableList(Arrays.asList(server.getReceivedMessages()));
    }
}
