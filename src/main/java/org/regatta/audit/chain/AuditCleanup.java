package org.regatta.audit.chain;

import java.time.Clock;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes entries whose retention has ended. A signed checkpoint takes the place of what is removed: the chain goes on
 * from its hash, and stays verifiable.
 */
@Component
class AuditCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(AuditCleanup.class);

    private final JdbcClient jdbc;
    private final Sequencer sequencer;
    private final Checkpoints checkpoints;
    private final AuditProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditCleanup(
            JdbcClient jdbc,
            Sequencer sequencer,
            Checkpoints checkpoints,
            AuditProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sequencer = sequencer;
        this.checkpoints = checkpoints;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /** Removes what is older than the retention, up to the first entry that is not; publishes {@link AuditPurged}. */
    @Scheduled(cron = "${regatta.audit.cleanup:0 30 3 * * *}", zone = "UTC")
    @Transactional
    public void clean() {
        if (properties.retention().isZero()) {
            return;
        }
        var end = sequencer.hold();
        var from = clock.instant().minus(properties.retention()).atOffset(ZoneOffset.UTC);
        var first = jdbc.sql("select min(number) from audit_entry where occurred_at >= :from and number is not null")
                .param("from", from)
                .query(Long.class)
                .optional()
                .orElse(end.number() + 1);
        purge(end, first - 1);
    }

    private void purge(Sequencer.End end, long through) {
        var hash = jdbc.sql("select hash from audit_entry where number = :through")
                .param("through", through)
                .query((row, at) -> row.getBytes(1))
                .optional();
        if (hash.isEmpty()) {
            return; // nothing that old
        }
        checkpoints.purged(new Sequencer.End(end.chain(), through, hash.get()));
        long removed = jdbc.sql("delete from audit_entry where number <= :through")
                .param("through", through)
                .update();
        events.publishEvent(new AuditPurged(through, removed, clock.instant()));
        LOG.info("Audit entries removed through={} entries={}", through, removed);
    }
}
