package org.regatta.audit.chain;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.regatta.audit.verify.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells how far the log is sealed, and seals it on demand. Checks no rights. */
@Component
public class Seals {

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;

    Seals(JdbcClient jdbc, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
    }

    /** The last seal; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<SealState> last() {
        return jdbc.sql("""
                        select p.number, p.made_at, p.note, p.stored_at, c.last_number - p.number as waiting
                          from audit_checkpoint p cross join audit_chain c
                         where p.kind = 'SEAL' order by p.number desc limit 1""")
                .query((row, at) -> {
                    var stored = row.getObject("stored_at", OffsetDateTime.class);
                    return new SealState(
                            row.getLong("number"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getLong("waiting"),
                            keyId(row.getString("note")),
                            stored == null ? null : stored.toInstant());
                })
                .optional();
    }

    /** As {@link Checkpoint#keyId}; one that somebody altered does not keep the page from those who have it verified. */
    private static String keyId(String note) {
        try {
            return Checkpoint.parse(note).keyId();
        } catch (IllegalArgumentException altered) {
            return "unreadable";
        }
    }

    /** Seals everything committed so far; the checkpoint's text, empty where there is no entry. */
    public Optional<String> now() {
        return checkpoints.sealNow().map(Checkpoint::text);
    }
}
