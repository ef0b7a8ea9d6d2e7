package org.regatta.identity.link;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets one-time tokens 90 days after they expired; harmless on several nodes at once. */
@Component
class PurgeOneTimeTokensJob {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeOneTimeTokensJob.class);

    private final OneTimeTokens tokens;

    PurgeOneTimeTokensJob(OneTimeTokens tokens) {
        this.tokens = tokens;
    }

    @Scheduled(fixedDelay = 24, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void purge() {
        var purged = tokens.purge();
        if (purged > 0) {
            LOG.info("One-time tokens purged: count={}", purged);
        }
    }
}
