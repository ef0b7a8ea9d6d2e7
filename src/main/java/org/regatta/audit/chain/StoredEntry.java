package org.regatta.audit.chain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.verify.ChainHash;

/**
 * An entry as the chain sees it.
 *
 * @param visible whether whoever reads may see more than its hash
 * @param hash in the chain; null until it is numbered
 * @param content what is hashed, all but its number
 * @param beside null where the reader gets none of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record StoredEntry(
        UUID id,
        long number,
        boolean visible,
        byte @Nullable [] hash,
        ObjectNode content,
        @Nullable Beside beside) {

    /** Personal data beside the chain, as far as they were not erased. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Beside(
            byte @Nullable [] viaSalt,
            @Nullable String via,
            byte @Nullable [] wordsSalt,
            @Nullable String words) {}

    /** What {@link #read} needs. */
    static final String COLUMNS = "e.id, e.number, e.hash, e.occurred_at, e.actor_id, e.set_off_by, e.seen_as, e.type,"
            + " e.subject, e.program_id, e.competition_id, e.request_id, e.via_hash, e.words_hash, e.details,"
            + " b.via_salt, b.via, b.words_salt, b.words";

    /** Where it finds it. */
    static final String FROM = " from audit_entry e left join audit_personal b on b.entry_id = e.id ";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static StoredEntry read(ResultSet row, boolean visible, boolean personal) throws SQLException {
        var content = JsonNodeFactory.instance.objectNode();
        content.put(
                "at", time(row.getObject("occurred_at", OffsetDateTime.class).toInstant()));
        content.set("details", Canonical.read(row.getString("details")));
        put(content, "actor", row.getString("actor_id"));
        put(content, "competition", row.getString("competition_id"));
        put(content, "id", row.getString("id"));
        put(content, "program", row.getString("program_id"));
        put(content, "request", row.getString("request_id"));
        put(content, "seenAs", row.getString("seen_as"));
        put(content, "setOffBy", row.getString("set_off_by"));
        put(content, "subject", row.getString("subject"));
        put(content, "type", row.getString("type"));
        put(content, "viaHash", hex(row.getBytes("via_hash")));
        put(content, "wordsHash", hex(row.getBytes("words_hash")));
        return new StoredEntry(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                visible,
                row.getBytes("hash"),
                content,
                personal
                        ? new Beside(
                                row.getBytes("via_salt"),
                                row.getString("via"),
                                row.getBytes("words_salt"),
                                row.getString("words"))
                        : null);
    }

    /** The canonical text under this number. */
    String text(long ofNumber) {
        return Canonical.write(content.deepCopy().put("number", ofNumber));
    }

    /** The hash over the canonical text under this number. */
    byte[] own(long ofNumber) {
        return ChainHash.own(text(ofNumber).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether what lies beside the chain is what was written, or gone. */
    boolean besideFits() {
        return beside == null
                || (fits(beside.viaSalt(), beside.via(), "viaHash")
                        && fits(beside.wordsSalt(), beside.words(), "wordsHash"));
    }

    private boolean fits(byte @Nullable [] salt, @Nullable String text, String name) {
        if (text == null) {
            return true;
        }
        var hash = content.path(name).asText();
        return salt != null && ChainHash.hex(Salted.hash(salt, text)).equals(hash);
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static @Nullable String hex(byte @Nullable [] hash) {
        return hash == null ? null : ChainHash.hex(hash);
    }
}
