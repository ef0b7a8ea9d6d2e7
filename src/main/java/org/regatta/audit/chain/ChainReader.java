package org.regatta.audit.chain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.regatta.audit.verify.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the chain along its numbers; whoever needs it whole does so in one repeatable read. */
@Component
class ChainReader {

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;

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

    /** All checkpoints needed to verify what is kept, the earliest first. */
    List<Checkpoint> checkpoints() {
        return jdbc.sql("""
                        select note from audit_checkpoint
                         where number >= coalesce((select max(number) from audit_checkpoint where kind = 'PURGE'), 0)
                         order by number, kind""").query(String.class).list().stream()
                .map(Checkpoint::parse)
                .toList();
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
