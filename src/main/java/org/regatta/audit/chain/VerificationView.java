package org.regatta.audit.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the whole chain, and what came of it.
 *
 * @param endedAt null while it waits or runs
 * @param checked how many entries were read; null until it has ended
 * @param sealed number of the last entry that a checkpoint seals; null until it has ended
 * @param flaw the first thing that is wrong, in English; null where everything is as it was sealed, or not known yet
 */
public record VerificationView(
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable Long checked,
        @Nullable Long sealed,
        @Nullable String flaw) {

    /** Whether everything was as it had been sealed. */
    public boolean intact() {
        return endedAt != null && flaw == null;
    }
}
