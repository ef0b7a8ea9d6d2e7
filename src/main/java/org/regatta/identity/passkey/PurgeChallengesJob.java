package org.regatta.identity.passkey;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets challenges that nobody answered; harmless on several nodes at once. */
@Component
class PurgeChallengesJob {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeChallengesJob.class);

    private final Challenges challenges;

    PurgeChallengesJob(Challenges challenges) {
        this.challenges = challenges;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void purge() {
        var purged = challenges.purge();
        if (purged > 0) {
            LOG.info("Passkey challenges purged: count={}", purged);
        }
    }
}
