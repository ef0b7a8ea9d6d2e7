package org.regatta.file;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** The health component {@code objectStore}: down where the bucket is missing or the store does not answer. */
@Component
class ObjectStoreHealthIndicator extends AbstractHealthIndicator {

    private final MinioFiles files;

    ObjectStoreHealthIndicator(MinioFiles files) {
        super("The object store does not answer");
        this.files = files;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(files.hasBucket() ? "UP" : "DOWN");
    }
}
