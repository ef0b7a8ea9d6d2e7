package org.regatta.audit.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.audit.verify.ChainHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers committed entries and chains their hashes. One node at a time does, by the lock on the chain's end; another
 * takes over where that one stops, since numbers and end change in one transaction. An entry whose transaction commits
 * late gets a later number: nothing is ever put in between.
 */
@Component
class Sequencer {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    Sequencer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of the chain. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record End(UUID chain, long number, byte[] hash) {}

    /** Numbers what is committed, up to a batch; returns how many, 0 as well where another node is at it. */
    @Transactional
    public int number() {
        return end("for update skip locked").map(this::number).orElse(0);
    }

    /** The same for everything there is, waiting for its turn; the end it reached, held for this transaction. */
    End numberAll() {
        var end = end("for update").orElseThrow();
        while (number(end) > 0) {
            end = end("for update").orElseThrow();
        }
        return end;
    }

    /** The end of the chain, held for this transaction. */
    End hold() {
        return end("for update").orElseThrow();
    }

    private Optional<End> end(String lock) {
        return jdbc.sql("select id, last_number, last_hash from audit_chain " + lock)
                .query((row, at) ->
                        new End(row.getObject("id", UUID.class), row.getLong("last_number"), row.getBytes("last_hash")))
                .optional();
    }

    private int number(End end) {
        var pending = jdbc.sql("select " + StoredEntry.COLUMNS + StoredEntry.FROM
                        + "where e.number is null order by e.id limit :batch")
                .param("batch", BATCH)
                .query((row, at) -> StoredEntry.read(row, true, false))
                .list();
        if (pending.isEmpty()) {
            return 0;
        }
        var number = end.number();
        var hash = end.hash();
        var hashes = new ArrayList<String>();
        for (var entry : pending) {
            number++;
            hash = ChainHash.next(hash, entry.own(number));
            hashes.add(ChainHash.hex(hash));
        }
        write(end.number(), pending, hashes);
        jdbc.sql("update audit_chain set last_number = :number, last_hash = :hash")
                .param("number", number)
                .param("hash", hash)
                .update();
        return pending.size();
    }

    private void write(long before, List<StoredEntry> entries, List<String> hashes) {
        var written = jdbc.sql("""
                        update audit_entry e set number = :before + x.at, hash = decode(x.hash, 'hex')
                          from unnest(cast(:ids as uuid[]), cast(:hashes as text[])) with ordinality as x (id, hash, at)
                         where e.id = x.id and e.number is null""")
                .param("before", before)
                .param(
                        "ids",
                        entries.stream().map(entry -> entry.id().toString()).toArray(String[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
        if (written != entries.size()) {
            throw new IllegalStateException("Audit entries vanished while they were numbered");
        }
    }
}
