package org.regatta.file;

import org.regatta.file.FileChecks.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Checks what is in quarantine. What a killed node had in hand is taken over by the next. */
@Component
class CheckFilesJob {

    private static final Logger log = LoggerFactory.getLogger(CheckFilesJob.class);

    private final FileChecks checks;
    private final ContentCheck content;
    private final MinioFiles store;
    private final FileProperties properties;

    CheckFilesJob(FileChecks checks, ContentCheck content, MinioFiles store, FileProperties properties) {
        this.checks = checks;
        this.content = content;
        this.store = store;
        this.properties = properties;
    }

    /** Checks what is due, until nothing is or the store does not answer: the rest then waits for the next wake. */
    @Scheduled(fixedDelayString = "${regatta.file.poll:PT1S}")
    void drain() {
        var goesOn = true;
        while (goesOn) {
            var claimed = checks.claim();
            goesOn = claimed.isPresent() && checked(claimed.get());
        }
    }

    private boolean checked(Claimed claimed) {
        var file = claimed.file();
        try {
            var verdict = content.judge(file, new StoredObject(store, file.objectKey()));
            checks.settle(file.id(), verdict);
            if (verdict.refusal() != null) {
                log.info("File refused file={} refusal={}", file.id(), verdict.refusal());
            }
            return true;
        } catch (StoreUnreachable dead) {
            log.warn("File not checked yet file={} attempt={}", file.id(), claimed.attempts(), dead);
            checks.failed(file.id(), String.valueOf(dead.getCause()), properties.retryAfter(claimed.attempts()));
            return false;
        }
    }
}
