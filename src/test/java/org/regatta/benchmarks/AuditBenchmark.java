package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.millis;
import static org.regatta.benchmarks.Figures.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.regatta.audit.verify.ExampleBundle;
import org.regatta.audit.verify.Verifier;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the audit log costs those who work, and how long an auditor waits for a million entries. */
final class AuditBenchmark {

    private static final int ENTRIES = 1_000_000;
    private static final int LONGEST_SECONDS = 60;
    private static final int WRITTEN = 1_000;

    private final RunningRegatta regatta;
    private final Figures figures;

    AuditBenchmark(RunningRegatta regatta, Figures figures) {
        this.regatta = regatta;
        this.figures = figures;
    }

    record BuoyChecked(
            UUID buoyId, UUID roundId, UUID projectId, UUID personId, String reason, UUID actor, Instant occurredAt)
            implements DomainEvent {

        @Override
        public String type() {
            return "course.buoyChecked";
        }

        @Override
        public String subject() {
            return buoyId.toString();
        }
    }

    /** An entry with address, browser and a text, beside a juror's handing in of an evaluation. */
    void cost(Times request) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request()));
        write(WRITTEN); // so that everything is compiled
        var entry = write(WRITTEN);
        RequestContextHolder.resetRequestAttributes();
        figures.atMost(
                "write an audit entry, in the transaction it tells of",
                millis(entry.medianMillis()),
                millis(request.medianMillis()) + ", handing in an evaluation, its entry included",
                entry.medianMillis() / request.medianMillis(),
                0.1);
    }

    /** The bundle of a million entries, checked by the verifier that auditors run. */
    void verify() throws IOException {
        var file = Files.createTempFile("audit-bundle", ".zip");
        try {
            var bytes = ExampleBundle.write(file, ENTRIES);
            var floor = Times.of(() -> hash(bytes)) / 1e9;
            var start = System.nanoTime();
            var said = Verifier.run(file.toString());
            var seconds = (System.nanoTime() - start) / 1e9;
            if (!said.startsWith("As sealed: entries 1 to " + ENTRIES)) {
                throw new IllegalStateException(said);
            }
            figures.row(
                    "verify a bundle of 1,000,000 audit entries, %s checkpoints".formatted(number(ENTRIES / 1_000.0)),
                    number(seconds) + " s (" + Figures.perSecond(ENTRIES / seconds) + ")",
                    number(floor) + " s, SHA-256 over its bytes",
                    number(seconds / floor),
                    "< " + LONGEST_SECONDS + " s",
                    seconds < LONGEST_SECONDS);
        } finally {
            Files.delete(file);
        }
    }

    private Times write(int howMany) {
        var listeners = regatta.bean(ApplicationEventMulticaster.class);
        var person = Ids.next();
        return regatta.inTransaction(() -> Times.repeated(
                howMany,
                () -> listeners.multicastEvent(new PayloadApplicationEvent<>(
                        this,
                        new BuoyChecked(
                                Ids.next(), Ids.next(), Ids.next(), person, "drifted", person, Instant.EPOCH)))));
    }

    private static MockHttpServletRequest request() {
        var request = new MockHttpServletRequest("POST", "/tasks/1");
        request.setRemoteAddr("192.0.2.7");
        request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        return request;
    }

    private static void hash(long bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var piece = new byte[1 << 16];
            for (long at = 0; at < bytes; at += piece.length) {
                digest.update(piece);
            }
            digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
