package org.regatta.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the log is sealed.
 *
 * @param number of the last entry that a checkpoint seals
 * @param waiting entries behind it
 * @param keyId of who signed it: what people compare
 * @param storedAt when its copy left the database; null while it waits for the object store
 */
public record SealState(
        long number,
        Instant madeAt,
        long waiting,
        String keyId,
        @Nullable Instant storedAt) {}
