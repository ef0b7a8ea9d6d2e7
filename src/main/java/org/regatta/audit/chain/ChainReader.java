package org.regatta.audit.chain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.regatta.audit.verify.Checkpoint;
import org.regatta.audit.verify.Checkpoint.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the chain along its numbers; whoever needs it whole does so in one repeatable read. */
@Component
class ChainReader {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;

    /**
     * A checkpoint as it is kept.
     *
     * @param number of the last entry that it speaks of
     * @param note its text form
     */
    record Note(long number, Kind kind, String note) {}

    /** What is kept as a checkpoint cannot be read as one: somebody altered it. */
    static final class Illegible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long number;

        private Illegible(long number, IllegalArgumentException why) {
            super("The checkpoint at entry " + number + " cannot be read", why);
            this.number = number;
        }

        /** The entry that it is kept for. */
        long number() {
            return number;
        }
    }

    ChainReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Hands over every entry from {@code from} to {@code through}, until one is not wanted any more.
     *
     * @param visible which entries are more than their hash to the reader
     */
    void read(long from, long through, Visible visible, Predicate<StoredEntry> goesOn) {
        var next = from;
        while (next <= through) {
            var batch = batch(next, through, visible);
            for (var entry : batch) {
                if (!goesOn.test(entry)) {
                    return;
                }
            }
            if (batch.size() < BATCH) {
                return;
            }
            next = batch.getLast().number() + 1;
        }
    }

    /** Whether there is an entry of that number. */
    boolean has(long number) {
        return jdbc.sql("select exists (select 1 from audit_entry where number = :number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /**
     * All checkpoints needed to verify what is kept, the earliest first.
     *
     * @throws Illegible if one was altered beyond reading
     */
    List<Checkpoint> checkpoints() {
        return notes().stream().map(one -> checkpoint(one.number(), one.note())).toList();
    }

    /**
     * What a note says.
     *
     * @throws Illegible if somebody altered it beyond reading
     */
    static Checkpoint checkpoint(long number, String note) {
        try {
            return Checkpoint.parse(note);
        } catch (IllegalArgumentException altered) {
            throw new Illegible(number, altered);
        }
    }

    /** The same as they are kept, whatever they say. */
    List<Note> notes() {
        return jdbc.sql("""
                        select number, kind, note from audit_checkpoint
                         where number >= coalesce((select max(number) from audit_checkpoint where kind = 'PURGE'), 0)
                         order by number, kind""").query(Note.class).list();
    }

    private List<StoredEntry> batch(long from, long through, Visible visible) {
        return jdbc.sql("select " + StoredEntry.COLUMNS + ", (" + visible.condition() + ") as visible"
                        + ", (" + visible.personal() + ") as personal" + StoredEntry.FROM
                        + "where e.number between :from and :through order by e.number limit :batch")
                .params(visible.parameters())
                .params(Map.of("from", from, "through", through, "batch", BATCH))
                .query((row, at) -> StoredEntry.read(row, row.getBoolean("visible"), row.getBoolean("personal")))
                .list();
    }
}
