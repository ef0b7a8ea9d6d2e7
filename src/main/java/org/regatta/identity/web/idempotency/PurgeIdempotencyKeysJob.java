package org.regatta.identity.web.idempotency;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets idempotency keys after 48 hours; harmless on several nodes at once. */
@Component
class PurgeIdempotencyKeysJob {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeIdempotencyKeysJob.class);

    private final IdempotencyKeys keys;

    PurgeIdempotencyKeysJob(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void purge() {
        var purged = keys.purge();
        if (purged > 0) {
            LOG.info("Idempotency keys purged: count={}", purged);
        }
    }
}
