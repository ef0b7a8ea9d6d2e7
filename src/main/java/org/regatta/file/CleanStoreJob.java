package org.regatta.file;

import io.minio.messages.ListMultipartUploadsResult.Upload;
import java.time.Clock;
import org.regatta.file.ObjectDeletions.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what nothing names any more: removed and refused files, abandoned uploads. */
@Component
class CleanStoreJob {

    private static final Logger log = LoggerFactory.getLogger(CleanStoreJob.class);

    private final ObjectDeletions deletions;
    private final StoredFileRepository files;
    private final MinioFiles store;
    private final FileProperties properties;
    private final Clock clock;

    CleanStoreJob(
            ObjectDeletions deletions,
            StoredFileRepository files,
            MinioFiles store,
            FileProperties properties,
            Clock clock) {
        this.deletions = deletions;
        this.files = files;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /** Empties the outbox, until nothing is due or the store does not answer. */
    @Scheduled(fixedDelayString = "${regatta.file.clean-up:PT10S}")
    void delete() {
        var goesOn = true;
        while (goesOn) {
            var claimed = deletions.claim();
            goesOn = claimed.isPresent() && deleted(claimed.get());
        }
    }

    /** Gives up files whose upload stopped long ago, and uploads that no file waits for: a node died between the two. */
    @Scheduled(initialDelayString = "${regatta.file.sweep:PT1H}", fixedDelayString = "${regatta.file.sweep:PT1H}")
    void sweep() {
        var abandoned = files.abandon(properties.abandonedAfter(), StoredFiles.ASSEMBLED);
        if (abandoned > 0) {
            log.info("Uploads abandoned files={}", abandoned);
        }
        try {
            var before = clock.instant().minus(properties.abandonedAfter());
            var old = store.openUploads().stream()
                    .filter(upload -> upload.initiated().toInstant().isBefore(before))
                    .toList();
            var expected = files.expected(old.stream().map(Upload::uploadId).toList());
            old.stream()
                    .filter(upload -> !expected.contains(upload.uploadId()))
                    .forEach(upload -> store.abort(upload.objectName(), upload.uploadId()));
        } catch (StoreUnreachable dead) {
            log.warn("Uploads not swept, the next sweep comes by itself", dead);
        }
    }

    private boolean deleted(Claimed claimed) {
        try {
            if (claimed.uploadId() != null) {
                store.abort(claimed.objectKey(), claimed.uploadId());
            }
            store.delete(claimed.objectKey());
        } catch (StoreUnreachable dead) {
            log.warn("Object not deleted yet attempt={}", claimed.attempts(), dead);
            deletions.failed(
                    claimed.objectKey(), String.valueOf(dead.getCause()), properties.retryAfter(claimed.attempts()));
            return false;
        }
        deletions.done(claimed.objectKey());
        return true;
    }
}
