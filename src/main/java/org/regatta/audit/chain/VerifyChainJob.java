package org.regatta.audit.chain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the verifications that wait. */
@Component
class VerifyChainJob {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyChainJob.class);

    private final Verifications verifications;
    private final ChainVerification chain;

    VerifyChainJob(Verifications verifications, ChainVerification chain) {
        this.verifications = verifications;
        this.chain = chain;
    }

    @Scheduled(fixedDelayString = "${regatta.audit.verify-poll:PT2S}", initialDelayString = "PT10S")
    void verify() {
        var claimed = verifications.claim();
        if (claimed.isEmpty()) {
            return;
        }
        var outcome = chain.verify();
        if (outcome.flaw() != null) {
            LOG.error(
                    "Audit log is not as it was sealed kind={} number={}",
                    outcome.flaw().kind(),
                    outcome.flaw().number());
        }
        verifications.ended(claimed.get(), outcome);
    }
}
