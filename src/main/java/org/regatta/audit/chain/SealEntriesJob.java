package org.regatta.audit.chain;

import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the chain up to date: numbers what was committed, seals it when that is due, takes the seals outside. */
@Component
class SealEntriesJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealEntriesJob.class);

    private final Sequencer sequencer;
    private final Checkpoints checkpoints;
    private final OutsideCopies copies;

    SealEntriesJob(Sequencer sequencer, Checkpoints checkpoints, OutsideCopies copies) {
        this.sequencer = sequencer;
        this.checkpoints = checkpoints;
        this.copies = copies;
    }

    @Scheduled(fixedDelayString = "${regatta.audit.poll:PT1S}")
    void seal() {
        var goesOn = true;
        while (goesOn) {
            goesOn = sequencer.number() > 0;
        }
        checkpoints.sealIfDue();
    }

    /** A dead object store only delays it. */
    @Scheduled(fixedDelayString = "${regatta.audit.store-poll:PT30S}", initialDelayString = "PT5S")
    void store() {
        try {
            copies.keepWaiting();
        } catch (UncheckedIOException unreachable) {
            LOG.warn("Audit checkpoints wait for the object store cause={}", String.valueOf(unreachable.getCause()));
        }
    }
}
