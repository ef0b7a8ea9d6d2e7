package org.regatta.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;

/**
 * What lies before a juror: an assignment with its round and what has been written so far, read in one statement.
 *
 * @param personId the juror
 * @param assignmentState as in the table {@code assignment}
 * @param roundStatus as in the table {@code round}
 * @param deadline when the grace period ends; null for a round without a date
 * @param now by the database's clock
 */
record Desk(
        EvaluationView evaluation,
        UUID personId,
        String assignmentState,
        String roundStatus,
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
        if (!assignmentState.equals("ACTIVE")) {
            throw EvaluationClosed.assignmentEnded();
        }
        switch (roundStatus) {
            case "OPEN" -> {}
            case "PLANNED" -> throw EvaluationClosed.roundNotOpenYet();
            default -> throw EvaluationClosed.roundOver();
        }
        if (deadline != null && now.isAfter(deadline)) {
            throw EvaluationClosed.deadlinePassed(DATE.format(deadline.atZone(zone)));
        }
    }
}
