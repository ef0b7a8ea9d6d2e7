package org.regatta.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes an entry for every event, in its transaction: what is not written down has not happened. */
@Component
class AuditTrail {

    /** Columns of their own, and so not repeated in the details. */
    private static final List<String> COLUMNS = List.of("actor", "occurredAt", "competitionId");
    /** Longer lists are told by their length: an entry is read by people. */
    private static final int LONGEST_LIST = 100;

    private final JdbcClient jdbc;
    private final Access access;
    private final ObjectMapper json;

    AuditTrail(JdbcClient jdbc, Access access, ObjectMapper json) {
        this.jdbc = jdbc;
        this.access = access;
        this.json = json;
    }

    @EventListener
    void on(DomainEvent event) {
        jdbc.sql("""
            insert into audit_entry (id, occurred_at, actor_id, type, subject, competition_id, details)
            values (:id, :occurredAt, cast(:actor as uuid), :type, :subject, cast(:competition as uuid),
                    cast(:details as jsonb))
            """)
                .param("id", Ids.next())
                .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("actor", text(actor(event)))
                .param("type", event.type())
                .param("subject", event.subject())
                .param("competition", text(event.competitionId()))
                .param("details", details(event).toString())
                .update();
    }

    private @Nullable UUID actor(DomainEvent event) {
        var named = event.actor();
        return named != null ? named : access.actor().orElse(null);
    }

    private ObjectNode details(DomainEvent event) {
        ObjectNode details = json.valueToTree(event);
        details.remove(COLUMNS);
        for (var name : List.copyOf(details.properties())) {
            var value = name.getValue();
            if (value.isNull()) {
                details.remove(name.getKey());
            } else if (value.isArray() && value.size() > LONGEST_LIST) {
                details.put(name.getKey(), value.size());
            }
        }
        return details;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
