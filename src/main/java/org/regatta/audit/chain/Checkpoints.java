package org.regatta.audit.chain;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.regatta.audit.verify.Checkpoint;
import org.regatta.audit.verify.Checkpoint.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seals the chain as far as it reaches, by signed checkpoints. */
@Component
class Checkpoints {

    private final JdbcClient jdbc;
    private final Sequencer sequencer;
    private final SigningKeys keys;
    private final AuditProperties properties;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, Sequencer sequencer, SigningKeys keys, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.sequencer = sequencer;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    private record Last(long number, Instant madeAt) {}

    /** Makes a checkpoint if one is due; whether it did. */
    @Transactional
    public boolean sealIfDue() {
        if (!due(last(), reached())) {
            return false;
        }
        // again under the lock: another node may have been faster
        var end = sequencer.hold();
        if (!due(last(), end.number())) {
            return false;
        }
        write(Kind.SEAL, end);
        return true;
    }

    /** Numbers everything committed and seals it; the checkpoint that seals the whole chain, empty where there is no entry. */
    @Transactional
    public Optional<Checkpoint> sealNow() {
        var end = sequencer.numberAll();
        if (end.number() == 0) {
            return Optional.empty();
        }
        return Optional.of(sealing(end.number()).orElseGet(() -> write(Kind.SEAL, end)));
    }

    /** States that everything up to here was removed. */
    Checkpoint purged(Sequencer.End upTo) {
        return write(Kind.PURGE, upTo);
    }

    private Optional<Checkpoint> sealing(long number) {
        return jdbc.sql("select note from audit_checkpoint where number = :number and kind = 'SEAL'")
                .param("number", number)
                .query(String.class)
                .optional()
                .map(Checkpoint::parse);
    }

    private boolean due(Optional<Last> last, long reached) {
        var fresh = reached - last.map(Last::number).orElse(0L);
        return fresh >= properties.checkpointEvery()
                || (fresh > 0
                        && last.map(one -> one.madeAt()
                                        .plus(properties.checkpointAfter())
                                        .isBefore(clock.instant()))
                                .orElse(true));
    }

    private long reached() {
        return jdbc.sql("select last_number from audit_chain").query(Long.class).single();
    }

    private Optional<Last> last() {
        return jdbc.sql("select number, made_at from audit_checkpoint where kind = 'SEAL' order by number desc limit 1")
                .query((row, at) -> new Last(
                        row.getLong("number"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Checkpoint write(Kind kind, Sequencer.End end) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var checkpoint = Checkpoint.sign(end.chain().toString(), kind, end.number(), end.hash(), now, keys.current());
        jdbc.sql("""
                        insert into audit_checkpoint (number, kind, hash, made_at, note)
                        values (:number, :kind, :hash, :madeAt, :note)""")
                .param("number", end.number())
                .param("kind", kind.name())
                .param("hash", end.hash())
                .param("madeAt", now.atOffset(ZoneOffset.UTC))
                .param("note", checkpoint.text())
                .update();
        return checkpoint;
    }
}
