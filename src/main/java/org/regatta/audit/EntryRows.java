package org.regatta.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.chain.Canonical;

/**
 * Reads entries for a viewer: whoever must stay unnamed is left out, with the texts that could tell, and so is what an
 * evaluation or a ranking held while the viewer may not read it.
 */
final class EntryRows {

    /** To be followed by conditions; needs the parameters of {@link AuditScope}. */
    static final String SELECT = """
            select e.*, x.named, x.run, x.result_read, b.via, b.words, a.name as actor_name, s.name as set_off_name,
                   v.name as seen_name
              from audit_entry e
              cross join lateral (select %s as named, %s as run, %s as result_read) x
              left join audit_personal b on b.entry_id = e.id
              left join person a on a.id = e.actor_id
              left join person s on s.id = e.set_off_by
              left join person v on v.id = e.seen_as
            """.formatted(AuditScope.NAMED, AuditScope.RUN, AuditScope.RESULT_READ);

    private static final Set<String> RESULTS = Set.of("changes", "standings");
    private static final Pattern TELLS_WHO = Pattern.compile("(?i).*(person|juror|member|mentor|user|actor|viewer).*");

    private EntryRows() {}

    static AuditEntryView view(ResultSet row, int at) throws SQLException {
        var named = row.getBoolean("named");
        var run = row.getBoolean("run");
        return new AuditEntryView(
                row.getObject("id", UUID.class),
                row.getObject("number", Long.class),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                named ? row.getObject("actor_id", UUID.class) : null,
                named ? row.getString("actor_name") : null,
                named ? row.getObject("set_off_by", UUID.class) : null,
                named ? row.getString("set_off_name") : null,
                named ? row.getObject("seen_as", UUID.class) : null,
                named ? row.getString("seen_name") : null,
                row.getString("type"),
                row.getString("subject"),
                row.getObject("competition_id", UUID.class),
                details(row, named),
                row.getObject("request_id", UUID.class),
                run ? json(row.getString("via")) : null);
    }

    private static JsonNode details(ResultSet row, boolean named) throws SQLException {
        var details = (ObjectNode) Canonical.read(row.getString("details"));
        if (!named) {
            unname(details);
        } else if (json(row.getString("words")) instanceof ObjectNode words) {
            merge(details, words);
        }
        if (!row.getBoolean("result_read")) {
            details.remove(RESULTS);
        }
        return details;
    }

    private static void unname(ObjectNode details) {
        for (var member : List.copyOf(details.properties())) {
            if (TELLS_WHO.matcher(member.getKey()).matches()) {
                details.remove(member.getKey());
            } else if (member.getValue() instanceof ObjectNode inner) {
                unname(inner);
            }
        }
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(member -> {
            if (into.get(member.getKey()) instanceof ObjectNode inner && member.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    private static @Nullable JsonNode json(@Nullable String text) {
        return text == null ? null : Canonical.read(text);
    }
}
