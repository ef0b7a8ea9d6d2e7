package org.regatta.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.TestStore;
import org.regatta.audit.verify.Checkpoint;
import org.regatta.audit.verify.Flaw;
import org.regatta.shared.DomainEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals that leave the database for a real S3 server, and one that nobody answers at. */
@RegattaTest
class OutsideCopiesIT {

    record SealBroken(Instant occurredAt) implements DomainEvent {

        @Override
        public String type() {
            return "course.sealBroken";
        }

        @Override
        public String subject() {
            return "seal";
        }

        @Override
        public @Nullable UUID actor() {
            return null;
        }
    }

    @Autowired
    SealEntriesJob job;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    OutsideCopies copies;

    @Autowired
    Seals seals;

    @Autowired
    ChainVerification verification;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goesOnWithoutTheObjectStoreAndTakesTheSealsOutsideOnceItIsBack() {
        events.publishEvent(new SealBroken(Instant.EPOCH));
        var seal = checkpoints.sealNow().orElseThrow();
        job.store(); // nobody answers, and nothing is refused for that
        assertThat(waiting(seal)).isTrue();
        assertThat(verification.verify().flaw()).isNull();

        try (var store = new TestStore()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                job.store();
                return !waiting(seal);
            });
            assertThat(copies.newest(seal.entries()))
                    .extracting(Checkpoint::text)
                    .contains(seal.text());

            assertThat(flawAfter("update audit_checkpoint set note = replace(note, 'kind: ', 'Kind: ')"))
                    .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.FORGED))
                    .satisfies(flaw -> assertThat(flaw.words()).contains("cannot be read"));

            // what the database forgets the store does not
            assertThat(flawWithout(seal.entries()))
                    .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.CUT))
                    .satisfies(flaw -> assertThat(flaw.number()).isEqualTo(seal.entries()));

            store.stop();
            events.publishEvent(new SealBroken(Instant.EPOCH));
            var later = checkpoints.sealNow().orElseThrow();
            job.store();
            assertThat(waiting(later)).isTrue();
            store.start();
            job.store();
            assertThat(waiting(later)).as("made up for").isFalse();
        }
    }

    private boolean waiting(Checkpoint seal) {
        return jdbc.sql("select stored_at is null from audit_checkpoint where number = :number and kind = 'SEAL'")
                .param("number", seal.entries())
                .query(Boolean.class)
                .single();
    }

    private Flaw flawAfter(String harm) {
        return transaction.execute(status -> {
            jdbc.sql(harm).update();
            status.setRollbackOnly();
            assertThat(seals.last().orElseThrow().keyId()).isEqualTo("unreadable");
            return verification.verify().flaw();
        });
    }

    /** What verifying finds where the database has forgotten the end of the log, seals and all. */
    private Flaw flawWithout(long from) {
        return transaction.execute(status -> {
            jdbc.sql("delete from audit_checkpoint where number >= :from")
                    .param("from", from)
                    .update();
            jdbc.sql("delete from audit_entry where number >= :from")
                    .param("from", from)
                    .update();
            status.setRollbackOnly();
            return verification.verify().flaw();
        });
    }
}
