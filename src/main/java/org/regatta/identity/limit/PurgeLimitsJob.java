package org.regatta.identity.limit;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets failed sign-ins and buckets of requests that no longer count; harmless on several nodes at once. */
@Component
class PurgeLimitsJob {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeLimitsJob.class);

    private final Lockouts lockouts;
    private final RateLimits limits;

    PurgeLimitsJob(Lockouts lockouts, RateLimits limits) {
        this.lockouts = lockouts;
        this.limits = limits;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void purge() {
        var failures = lockouts.purge();
        var buckets = 0;
        var gone = limits.purge();
        while (gone > 0) {
            buckets += gone;
            gone = limits.purge();
        }
        if (failures + buckets > 0) {
            LOG.info("Limits purged: failures={} buckets={}", failures, buckets);
        }
    }
}
