package org.regatta.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.rubric.RubricView;

/**
 * An own evaluation as its juror works on it or reads it again.
 *
 * @param rubric null where the round has none
 * @param obstacle why it cannot be written; null while it can
 * @param undoUntil until when it can be taken back; null if it cannot
 * @param note null for those who see the site as the juror: notes are for nobody else, and nobody else writes
 * @param reopening why it is back; null if it never was
 */
public record EvaluationSheet(
        EvaluationView evaluation,
        @Nullable RubricView rubric,
        EvaluationClosed.@Nullable Reason obstacle,
        @Nullable Instant undoUntil,
        @Nullable Reopening reopening,
        Setting setting,
        Neighbours neighbours,
        @Nullable Note note) {

    /** Whether it can be written now, by this reader. */
    public boolean writable() {
        return obstacle == null && note != null;
    }

    /**
     * Who gave it back and why.
     *
     * @param own whether the juror took it back
     */
    public record Reopening(Instant at, boolean own, String reason) {}

    /**
     * The round around it.
     *
     * @param zone of the competition
     * @param endsAt when the grace period is over; null for a round without a date
     * @param now by the database's clock
     * @param passesTexts whether the team reads what is written to it, after release and without the juror's name
     */
    public record Setting(
            String roundName,
            UUID competitionId,
            String competitionName,
            ZoneId zone,
            boolean open,
            @Nullable Instant closesAt,
            @Nullable Instant endsAt,
            Instant now,
            boolean passesTexts) {}

    /**
     * Its place among the juror's own evaluations of the round, as projects are numbered.
     *
     * @param position from 1
     * @param whole how many there are
     * @param submitted how many of these are handed in
     * @param nextOpen the next that is not handed in, this one left out; null if there is none
     */
    public record Neighbours(
            long position,
            long whole,
            long submitted,
            @Nullable UUID previous,
            @Nullable UUID next,
            @Nullable UUID nextOpen) {}

    /**
     * What the juror wrote for themselves.
     *
     * @param version 0 while nothing was written
     */
    public record Note(String text, int version) {}
}
