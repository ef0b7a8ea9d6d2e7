package org.regatta.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the juror's own list.
 *
 * @param zone of the competition
 * @param total null unless handed in
 * @param at when it was handed in, saved or ended; null while untouched
 * @param reason why the juror abstained; empty else
 */
public record OwnEvaluation(
        UUID assignmentId,
        UUID roundId,
        String roundName,
        String competitionName,
        ZoneId zone,
        String projectNumber,
        String projectTitle,
        State state,
        @Nullable BigDecimal total,
        @Nullable Instant at,
        String reason) {

    /** The order of a list; equal ones follow their projects' numbers. */
    public enum Sort {
        /** Those at work first, then by round. */
        ROUND,
        /** By the project's number, 2 before 10. */
        PROJECT,
        /** From the untouched one on. */
        STATE,
        /** By total; those without one come last. */
        TOTAL,
        /** By when it was handed in, saved or ended; the untouched ones come last. */
        WHEN
    }

    /** What has become of it. */
    public enum State {
        /** Nothing is written. */
        UNTOUCHED,
        /** Being written. */
        DRAFT,
        /** Given back to be handed in again. */
        REOPENED,
        /** Handed in. */
        SUBMITTED,
        /** The juror gave no score. */
        ABSTAINED
    }

    /**
     * How far the juror is in one round.
     *
     * @param zone of the competition
     * @param open whether the round still takes evaluations
     * @param endsAt when its grace period is over; null for a round without a date
     */
    public record Progress(
            UUID roundId,
            String roundName,
            String competitionName,
            ZoneId zone,
            boolean open,
            @Nullable Instant closesAt,
            @Nullable Instant endsAt,
            long submitted,
            long whole) {}
}
