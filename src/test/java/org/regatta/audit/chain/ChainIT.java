package org.regatta.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regatta.RegattaTest;
import org.regatta.audit.verify.Flaw;
import org.regatta.audit.verify.Verifier;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain in the database all stories share: others write to it meanwhile, and what harms it is rolled back. */
@RegattaTest
class ChainIT {

    record SailSet(UUID sailId, String remark, UUID actor, Instant occurredAt) implements DomainEvent {

        @Override
        public String type() {
            return "course.sailSet";
        }

        @Override
        public String subject() {
            return sailId.toString();
        }
    }

    record SomebodyErased(UUID personId, Instant occurredAt) implements DomainEvent {

        @Override
        public String type() {
            return ErasedPeople.ERASED;
        }

        @Override
        public String subject() {
            return personId.toString();
        }

        @Override
        public UUID actor() {
            return null;
        }
    }

    @Autowired
    Sequencer sequencer;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    ChainVerification verification;

    @Autowired
    AuditBundle bundle;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void numbersEverythingOnceWithManyWritersAndSequencersAtOnce() throws Exception {
        var written = new ArrayList<UUID>();
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Callable<List<UUID>>> work = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                work.add(() -> IntStream.range(0, 25).mapToObj(n -> write()).toList());
            }
            for (int node = 0; node < 2; node++) {
                work.add(() -> {
                    IntStream.range(0, 25).forEach(n -> sequencer.number());
                    return List.of();
                });
            }
            for (var done : pool.invokeAll(work)) {
                written.addAll(done.get());
            }
        }
        checkpoints.sealNow();

        assertThat(numbers(written)).hasSize(100).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(verification.verify().flaw()).isNull();
    }

    @Test
    void givesAnEntryThatCommitsLateALaterNumber() {
        var ids = new ArrayList<UUID>();
        transaction.executeWithoutResult(open -> {
            ids.add(write());
            inAnotherTransaction(() -> ids.add(write()));
            inAnotherTransaction(() -> checkpoints.sealNow());
            assertThat(number(ids.getLast())).isNotNull();
        });
        // as if the node had been killed here: committed, not numbered
        assertThat(number(ids.getFirst())).isNull();

        checkpoints.sealNow();

        assertThat(number(ids.getFirst())).isGreaterThan(number(ids.getLast()));
        assertThat(verification.verify().flaw()).isNull();
    }

    @Test
    void leavesNoGapAndNoNumberTwiceWhereASequencerIsKilledBeforeItsCommit() {
        var ids = new ArrayList<UUID>();
        var lost = new ArrayList<Long>();

        assertThatThrownBy(() -> transaction.executeWithoutResult(open -> {
                    sequencer.hold();
                    inAnotherTransaction(() -> ids.addAll(List.of(write(), write())));
                    sequencer.numberAll();
                    lost.addAll(numbers(ids));
                    var connection = jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    inAnotherTransaction(() -> kill(connection));
                }))
                .isInstanceOfAny(TransactionException.class, DataAccessException.class);

        assertThat(lost).as("it had got as far as that").hasSize(2).doesNotContainNull();
        checkpoints.sealNow();
        assertThat(numbers(ids)).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(jdbc.sql("select max(number) - count(number) from audit_entry")
                        .query(Long.class)
                        .single())
                .as("numbers without an entry")
                .isZero();
        assertThat(verification.verify().flaw()).isNull();
    }

    @Test
    void namesWhatSomebodyDidToTheDatabase() {
        var id = write();
        write();
        checkpoints.sealNow();
        var number = number(id);

        assertThat(flawAfter("update audit_entry set subject = 'another' where number = " + number))
                .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.ALTERED))
                .satisfies(flaw -> assertThat(flaw.number()).isEqualTo(number));
        assertThat(flawAfter("update audit_personal set words = '{}' where entry_id = '" + id + "'"))
                .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.ALTERED))
                .satisfies(flaw -> assertThat(flaw.number()).isEqualTo(number));
        assertThat(flawAfter("delete from audit_entry where number = " + number))
                .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.MISSING))
                .satisfies(flaw -> assertThat(flaw.number()).isEqualTo(number));
        assertThat(flawAfter("delete from audit_entry where number >= " + number))
                .satisfies(flaw -> assertThat(flaw.kind()).isEqualTo(Flaw.Kind.CUT))
                .satisfies(flaw -> assertThat(flaw.number()).isEqualTo(number));
    }

    @Test
    void staysValidWhenAPersonIsErasedAndKeepsNothingOfTheirWords() {
        var person = Ids.next();
        var id = write(person);
        checkpoints.sealNow();
        assertThat(words(id)).contains("by the wind");

        events.publishEvent(new SomebodyErased(person, Instant.EPOCH));
        checkpoints.sealNow();

        assertThat(words(id)).isNull();
        assertThat(verification.verify().flaw()).isNull();
    }

    @Test
    void writesABundleThatIsVerifiedWithoutTheServer(@TempDir Path folder) throws Exception {
        var shown = write();
        write();
        checkpoints.sealNow();
        var file = folder.resolve("bundle.zip");
        try (var out = Files.newOutputStream(file)) {
            bundle.write(out, new Visible("e.id = '" + shown + "'", "true", Map.of()));
        }

        var said = Verifier.run(file.toString());

        assertThat(said).startsWith("As sealed: entries ").contains("entries are withheld");
        assertThat(Verifier.run(file.toString(), "--key", "0123456789abcdef")).contains("unknown key");
    }

    private void kill(int connection) {
        jdbc.sql("select pg_terminate_backend(:connection, 5000)")
                .param("connection", connection)
                .query(Boolean.class)
                .single();
    }

    private Flaw flawAfter(String harm) {
        return transaction.execute(status -> {
            jdbc.sql(harm).update();
            status.setRollbackOnly();
            return verification.verify().flaw();
        });
    }

    private void inAnotherTransaction(Runnable work) {
        try (var pool = Executors.newSingleThreadExecutor()) {
            pool.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID write() {
        return write(Ids.next());
    }

    private UUID write(UUID actor) {
        var sail = Ids.next();
        events.publishEvent(new SailSet(sail, "by the wind", actor, Instant.EPOCH));
        return jdbc.sql("select id from audit_entry where subject = :subject")
                .param("subject", sail.toString())
                .query(UUID.class)
                .single();
    }

    private String words(UUID id) {
        return jdbc.sql("select words from audit_personal where entry_id = :id")
                .param("id", id)
                .query((row, at) -> row.getString(1))
                .list()
                .getFirst();
    }

    private Long number(UUID id) {
        return numbers(List.of(id)).getFirst();
    }

    private List<Long> numbers(List<UUID> ids) {
        return jdbc.sql("select number from audit_entry where id = any(cast(:ids as uuid[]))")
                .param("ids", Ids.texts(ids))
                .query((row, at) -> (Long) row.getObject(1))
                .list();
    }
}
