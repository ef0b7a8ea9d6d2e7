package org.regatta.audit.chain;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.regatta.audit.verify.Checkpoint;
import org.regatta.file.KeptTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The checkpoints in the object store: what the database cannot take back. */
@Component
class OutsideCopies {

    static final String FOLDER = "audit/checkpoints/";

    private static final int AT_ONCE = 100;
    private static final int DIGITS = 18;
    /** How many of the newest copies are compared with the chain. */
    private static final int COMPARED = 20;

    private final JdbcClient jdbc;
    private final KeptTexts texts;

    OutsideCopies(JdbcClient jdbc, KeptTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Waiting(long number, String kind, String note) {}

    /**
     * Copies what has no copy yet, the earliest first. Copying twice does no harm.
     *
     * @throws UncheckedIOException if the object store does not take one; the others wait with it
     */
    void keepWaiting() {
        for (var one : waiting()) {
            texts.keep(key(one.number(), one.kind()), one.note());
            jdbc.sql("update audit_checkpoint set stored_at = now() where number = :number and kind = :kind")
                    .param("number", one.number())
                    .param("kind", one.kind())
                    .update();
        }
    }

    /**
     * The newest copies, those the database knows nothing of included.
     *
     * @param from leaves out those of earlier entries
     * @throws UncheckedIOException if the object store does not answer
     * @throws ChainReader.Illegible if a copy was altered beyond reading
     */
    List<Checkpoint> newest(long from) {
        var keys = texts.keys(FOLDER, key(Math.max(0, from - 1), "~"));
        return keys.subList(Math.max(0, keys.size() - COMPARED), keys.size()).stream()
                .map(key -> ChainReader.checkpoint(number(key), texts.read(key)))
                .toList();
    }

    private List<Waiting> waiting() {
        return jdbc.sql("""
                        select number, kind, note from audit_checkpoint where stored_at is null
                         order by number, kind limit :most""").param("most", AT_ONCE).query(Waiting.class).list();
    }

    private static long number(String key) {
        return Long.parseLong(key.substring(FOLDER.length(), FOLDER.length() + DIGITS));
    }

    /** Sorts as the numbers do. */
    private static String key(long number, String kind) {
        return FOLDER + String.format(Locale.ROOT, "%0" + DIGITS + "d-%s.txt", number, kind);
    }
}
