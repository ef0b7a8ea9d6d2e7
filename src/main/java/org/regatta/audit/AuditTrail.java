package org.regatta.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.chain.Salted;
import org.regatta.identity.Access;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes an entry for every event, in its transaction: what is not written down has not happened. One statement, and no
 * lock that another writer could wait for; numbers and hashes follow after commit.
 */
@Component
class AuditTrail {

    private static final String ENTRY = """
            insert into audit_entry (id, occurred_at, actor_id, set_off_by, seen_as, type, subject, program_id,
                                     competition_id, request_id, via_hash, words_hash, details)
            values (:id, :occurredAt, :actor, :setOffBy, :seenAs, :type, :subject, :program, :competition, :request,
                    :viaHash, :wordsHash, cast(:details as jsonb))
            """;
    private static final String WITH_PERSONAL = "with entry as (" + ENTRY + """
            )
            insert into audit_personal (entry_id, via_salt, via, words_salt, words)
            values (:id, :viaSalt, :via, :wordsSalt, :words)
            """;

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
        var content = EntryContent.of(event, json);
        var now = Circumstances.now();
        var via = Salted.of(now.via());
        var words = Salted.of(content.words());
        var seen = access.seenAs().orElse(null);
        var named = event.actor();
        // who sees the site as another does not become that person
        var actor = seen != null && seen.personId().equals(named) ? seen.actor() : named;
        var statement = jdbc.sql(via == null && words == null ? ENTRY : WITH_PERSONAL)
                .param("id", Ids.next())
                .param("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("actor", actor, Types.OTHER)
                .param("setOffBy", actor == null ? access.actor().orElse(null) : null, Types.OTHER)
                .param("seenAs", seen == null ? null : seen.personId(), Types.OTHER)
                .param("type", event.type())
                .param("subject", event.subject())
                .param("program", event.programId(), Types.OTHER)
                .param("competition", event.competitionId(), Types.OTHER)
                .param("request", now.requestId(), Types.OTHER)
                .param("viaHash", hash(via), Types.BINARY)
                .param("wordsHash", hash(words), Types.BINARY)
                .param("details", content.facts().toString());
        if (via != null || words != null) {
            statement = statement
                    .param("viaSalt", via == null ? null : via.salt(), Types.BINARY)
                    .param("via", via == null ? null : via.text(), Types.VARCHAR)
                    .param("wordsSalt", words == null ? null : words.salt(), Types.BINARY)
                    .param("words", words == null ? null : words.text(), Types.VARCHAR);
        }
        statement.update();
    }

    private static byte @Nullable [] hash(@Nullable Salted salted) {
        return salted == null ? null : salted.hash();
    }
}
