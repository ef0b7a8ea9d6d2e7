package org.regatta.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundStatus;
import org.regatta.identity.Place;
import org.regatta.jury.AssignmentState;

/**
 * What lies before a juror: an assignment with its round and what has been written so far, read in one statement.
 *
 * @param personId the juror
 * @param deadline when the grace period ends; null for a round without a date
 * @param now by the database's clock
 */
record Desk(
        EvaluationView evaluation,
        UUID personId,
        AssignmentState assignmentState,
        RoundStatus roundStatus,
        @Nullable Instant deadline,
        Instant now,
        ZoneId zone,
        @Nullable UUID rubricId,
        int rubricVersion,
        Place place,
        UUID competitionId) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss zzz", Locale.ENGLISH);

    /** Goes on only while this assignment may be worked on. */
    void requireWritable() {
        var obstacle = obstacle();
        if (obstacle != null) {
            throw obstacle;
        }
    }

    /** What keeps this assignment from being worked on; null if nothing does. */
    @Nullable
    EvaluationClosed obstacle() {
        if (assignmentState != AssignmentState.ACTIVE) {
            return EvaluationClosed.assignmentEnded();
        }
        if (roundStatus == RoundStatus.PLANNED) {
            return EvaluationClosed.roundNotOpenYet();
        }
        if (roundStatus != RoundStatus.OPEN) {
            return EvaluationClosed.roundOver();
        }
        return deadline != null && now.isAfter(deadline)
                ? EvaluationClosed.deadlinePassed(DATE.format(deadline.atZone(zone)))
                : null;
    }
}
