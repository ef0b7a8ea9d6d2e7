package org.regatta.audit.chain;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Verifications asked for, waiting, running and ended; whichever node is free runs them. Checks no rights. */
@Component
public class Verifications {

    private final JdbcClient jdbc;
    private final AuditProperties properties;

    Verifications(JdbcClient jdbc, AuditProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Asks for one; does nothing while one waits. */
    @Transactional
    public void ask(@Nullable UUID personId) {
        jdbc.sql("""
                        insert into audit_verification (id, asked_by, asked_at)
                        select :id, :person, now()
                         where not exists (select 1 from audit_verification where begun_at is null)""")
                .param("id", Ids.next())
                .param("person", personId, Types.OTHER)
                .update();
    }

    /** The one asked for last; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<VerificationView> latest() {
        return one("order by asked_at desc, id desc limit 1");
    }

    /** The one that ended last. */
    @Transactional(readOnly = true)
    public Optional<VerificationView> latestEnded() {
        return one("where ended_at is not null order by ended_at desc limit 1");
    }

    /** Takes one that waits, or that a node left unfinished; asks for one itself when the last is too long ago. */
    @Transactional
    Optional<UUID> claim() {
        if (properties.verifyEvery().isPositive() && overdue()) {
            ask(null);
        }
        return jdbc.sql("""
                        update audit_verification set begun_at = now()
                         where id = (select id from audit_verification
                                      where ended_at is null
                                        and (begun_at is null or begun_at < now() - interval '30 minutes')
                                      order by asked_at limit 1 for update skip locked)
                        returning id""").query(UUID.class).optional();
    }

    @Transactional
    void ended(UUID id, ChainVerification.Outcome outcome) {
        var flaw = outcome.flaw();
        jdbc.sql("""
                        update audit_verification
                           set ended_at = now(), checked = :checked, sealed = :sealed, flaw = :flaw where id = :id""")
                .param("checked", outcome.checked())
                .param("sealed", outcome.sealed())
                .param("flaw", flaw == null ? null : flaw.words(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private boolean overdue() {
        return jdbc.sql("""
                        select not exists (select 1 from audit_verification
                                            where asked_at > now() - :every * interval '1 millisecond')""")
                .param("every", properties.verifyEvery().toMillis())
                .query(Boolean.class)
                .single();
    }

    private Optional<VerificationView> one(String which) {
        return jdbc.sql("select asked_at, ended_at, checked, sealed, flaw from audit_verification " + which)
                .query((row, at) -> {
                    var ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new VerificationView(
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            row.getObject("checked", Long.class),
                            row.getObject("sealed", Long.class),
                            row.getString("flaw"));
                })
                .optional();
    }
}
