package org.regatta.imports.run;

import org.regatta.imports.ImportProperties;
import org.regatta.shared.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes waiting imports, one at a time per node. */
@Component
class RunImportsJob {

    private static final Logger LOG = LoggerFactory.getLogger(RunImportsJob.class);

    private final ImportRuns runs;
    private final ImportRunner runner;
    private final ImportProperties properties;

    RunImportsJob(ImportRuns runs, ImportRunner runner, ImportProperties properties) {
        this.runs = runs;
        this.runner = runner;
        this.properties = properties;
    }

    /** Runs everything that waits now. */
    @Scheduled(fixedDelayString = "${regatta.imports.poll:PT1S}")
    void drain() {
        for (var claim = runs.claim(properties.staleAfter());
                claim.isPresent();
                claim = runs.claim(properties.staleAfter())) {
            run(claim.get());
        }
    }

    private void run(ImportClaim claim) {
        if (claim.attempts() > properties.maxAttempts()) {
            giveUp(claim);
            return;
        }
        LOG.info("Import taken import={} attempt={}", claim.id(), claim.attempts());
        try {
            runner.run(claim);
        } catch (ImportLost lost) {
            LOG.info("Import cancelled or taken over import={}", claim.id());
        } catch (RuntimeException failure) {
            // the outermost edge: the run stays ours until it is stale, and is then tried again
            LOG.error("Import failed import={} attempt={}", claim.id(), claim.attempts(), failure);
            if (claim.attempts() >= properties.maxAttempts()) {
                giveUp(claim);
            }
        }
    }

    private void giveUp(ImportClaim claim) {
        LOG.error("Import given up import={} attempts={}", claim.id(), claim.attempts());
        runs.giveUp(
                claim,
                new Finding(
                        "import",
                        "The server could not finish this import; nothing of it was written.",
                        "Start it again; if it fails again, ask an administrator to look at the log for " + claim.id()
                                + "."));
    }
}
