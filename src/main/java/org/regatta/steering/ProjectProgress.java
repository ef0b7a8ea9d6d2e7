package org.regatta.steering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the evaluations of a project are.
 *
 * @param assigned evaluations that are to be handed in, or are
 * @param lastAct when one of them was last saved or handed in; null for never
 */
public record ProjectProgress(
        UUID projectId,
        String number,
        String title,
        long assigned,
        long submitted,
        long drafts,
        long recused,
        @Nullable Instant lastAct) {

    /** What is still to be handed in. */
    public long left() {
        return assigned - submitted;
    }
}
