package org.regatta.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundStatus;
import org.regatta.identity.Place;
import org.regatta.jury.AssignmentState;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Change;

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

    /** What handing in changes, for the log. */
    Map<String, Change> handingIn(Map<String, ScoreValue> scores, String comment, @Nullable BigDecimal total) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        scores.forEach((key, score) -> {
            if (score.number() != null || score.yes() != null) {
                answers.put(key, score.number() == null ? score.yes() : score.number());
            } else {
                answers.put(key + ".text", score.plain()); // a word, whatever the criterion is called
            }
        });
        return Change.between()
                .field("state", evaluation.id() == null ? null : evaluation.state(), EvaluationState.SUBMITTED)
                .map("scores", Map.of(), answers)
                .field("total", null, total)
                .field("comment", null, comment.isBlank() ? null : comment)
                .all();
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
