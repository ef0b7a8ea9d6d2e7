package org.regatta.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.regatta.TestDatabase;
import org.regatta.audit.verify.Checkpoint;
import org.regatta.audit.verify.Flaw;
import org.regatta.audit.verify.Verifier;
import org.regatta.file.KeptTexts;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log of ten entries in a database of its own, six of which are old enough to go. */
class AuditCleanupIT {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(31));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AuditProperties properties =
            new AuditProperties("", null, 1_000, Duration.ofMinutes(10), Duration.ofDays(30), Duration.ofHours(24));
    private final List<Object> published = new ArrayList<>();

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Checkpoints checkpoints;
    private AuditCleanup cleanup;
    private ChainReader reader;
    private Checkpoint ofThree;

    @BeforeEach
    void aLog() {
        var source = TestDatabase.fresh().dataSource();
        jdbc = JdbcClient.create(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        var sequencer = new Sequencer(jdbc);
        checkpoints = new Checkpoints(jdbc, sequencer, new SigningKeys(properties, "for-tests"), properties, clock);
        cleanup = new AuditCleanup(jdbc, sequencer, checkpoints, properties, published::add, clock);
        reader = new ChainReader(jdbc);
        for (int n = 1; n <= 3; n++) {
            write(LONG_AGO);
        }
        ofThree = seal();
        for (int n = 4; n <= 6; n++) {
            write(LONG_AGO);
        }
        write(NOW);
        write(LONG_AGO); // committed late: it stays as long as the one before it
        write(NOW);
        write(NOW);
        seal();
    }

    @Test
    void removesWhatIsOldAndLeavesAChainThatVerifies() {
        clean();

        assertThat(numbers()).containsExactly(7L, 8L, 9L, 10L);
        assertThat(jdbc.sql("select count(*) from audit_personal")
                        .query(Long.class)
                        .single())
                .as("personal data go with their entries")
                .isEqualTo(4);
        assertThat(published).containsExactly(new AuditPurged(6, 6, NOW));
        var outcome = verified();
        assertThat(outcome.flaw()).isNull();
        assertThat(outcome.checked()).isEqualTo(4);

        write(NOW);
        seal();
        assertThat(numbers()).as("the numbers go on").endsWith(11L);
        assertThat(verified().flaw()).isNull();
    }

    @Test
    void findsNothingMoreToRemoveTheSecondTime() {
        clean();
        clean();

        assertThat(published).hasSize(1);
        assertThat(verified().flaw()).isNull();
    }

    @Test
    void provesWithoutTheServerThatOnlyOldEntriesAreGone(@TempDir Path folder) throws Exception {
        clean();
        write(NOW);
        seal();
        var file = bundle(folder);
        var earlier = Files.writeString(folder.resolve("checkpoint.txt"), ofThree.text());

        assertThat(Verifier.run(file.toString())).startsWith("As sealed: entries 7 to 11,");
        assertThat(Verifier.run(file.toString(), "--checkpoint", earlier.toString()))
                .as("a checkpoint of what was removed is no contradiction")
                .startsWith("As sealed: entries 7 to 11,");
    }

    @Test
    void namesWhatSomebodyRemovedWithoutSayingSo(@TempDir Path folder) throws Exception {
        jdbc.sql("delete from audit_entry where number <= 6").update();

        assertMissing(1, 6);
        assertThat(Verifier.run(bundle(folder).toString()))
                .startsWith("NOT AS SEALED.")
                .contains("1 to 6");
    }

    @Test
    void namesWhatWasRemovedBehindTheEntriesThatThePurgeStates() {
        clean();
        jdbc.sql("delete from audit_entry where number = 7").update();

        assertMissing(7, 7);
    }

    private void assertMissing(long first, long last) {
        assertThat(verified().flaw())
                .extracting(Flaw::kind, Flaw::number, Flaw::through)
                .containsExactly(Flaw.Kind.MISSING, first, last);
    }

    private void clean() {
        transaction.executeWithoutResult(open -> cleanup.clean());
    }

    private Checkpoint seal() {
        return transaction.execute(open -> checkpoints.sealNow().orElseThrow());
    }

    private ChainVerification.Outcome verified() {
        var nothingOutside = Mockito.mock(KeptTexts.class);
        return new ChainVerification(reader, new OutsideCopies(jdbc, nothingOutside)).verify();
    }

    private Path bundle(Path folder) throws Exception {
        var file = folder.resolve("bundle.zip");
        try (var out = Files.newOutputStream(file)) {
            new AuditBundle(reader).write(out, Visible.ALL);
        }
        return file;
    }

    private List<Long> numbers() {
        return jdbc.sql("select number from audit_entry order by number")
                .query(Long.class)
                .list();
    }

    private void write(Instant at) {
        var words = Salted.of(Canonical.read("{\"reason\":\"by the wind\"}"));
        jdbc.sql("""
                        with entry as (
                            insert into audit_entry (id, occurred_at, type, subject, words_hash)
                            values (:id, :at, 'course.sailSet', 'sail', :hash))
                        insert into audit_personal (entry_id, words_salt, words) values (:id, :salt, :words)""")
                .param("id", Ids.next())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("hash", words.hash())
                .param("salt", words.salt())
                .param("words", words.text())
                .update();
    }
}
