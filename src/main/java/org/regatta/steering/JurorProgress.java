package org.regatta.steering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a juror is in a round. Projects the viewer has a conflict with are not in it.
 *
 * @param label how the juror is named where names are not shown
 * @param assigned evaluations still the juror's to do or done; recusals and abstentions are not
 * @param drafts begun and not handed in
 * @param lastAct when the juror last saved or handed in; null for never
 */
public record JurorProgress(
        UUID jurorId,
        UUID personId,
        String label,
        String name,
        long assigned,
        long submitted,
        long drafts,
        @Nullable Instant lastAct,
        Outlook outlook) {

    /** What is still to be handed in. */
    public long left() {
        return assigned - submitted;
    }

    JurorProgress with(Outlook other) {
        return new JurorProgress(jurorId, personId, label, name, assigned, submitted, drafts, lastAct, other);
    }

    /** Whether the juror will be in time. */
    public enum Outlook {
        /** Everything is in. */
        DONE,
        /** At the pace so far, before the deadline. */
        IN_TIME,
        /** At the pace so far, after the deadline. */
        AT_RISK,
        /** The deadline has passed, or is less than two days away and nothing was handed in. */
        LATE
    }
}
