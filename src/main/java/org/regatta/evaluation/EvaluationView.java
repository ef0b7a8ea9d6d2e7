package org.regatta.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.rubric.ScoreValue;

/**
 * One juror's scores and comment for one project.
 *
 * @param id null while nothing has been saved
 * @param jurorLabel how the juror is named where names are not shown
 * @param contentWithheld whether scores, comment and total are absent because the viewer may not (yet) read them
 * @param scores by criterion key
 * @param total weighted total of the rubric; null unless submitted, and where nothing in the rubric counts
 * @param savedAt null while nothing has been saved
 * @param version pass it back when saving; 0 while nothing has been saved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationView(
        @Nullable UUID id,
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        String projectNumber,
        String projectTitle,
        UUID jurorId,
        String jurorLabel,
        EvaluationState state,
        boolean contentWithheld,
        Map<String, ScoreValue> scores,
        String comment,
        @Nullable BigDecimal total,
        @Nullable Instant submittedAt,
        @Nullable Instant savedAt,
        int version) {

    /** Copies the scores. */
    public EvaluationView {
        scores = Map.copyOf(scores);
    }

    /** What others read of it, of whom none reads what is not handed in. */
    EvaluationView toOthers() {
        return state == EvaluationState.SUBMITTED
                ? this
                : new EvaluationView(
                        id,
                        assignmentId,
                        roundId,
                        projectId,
                        projectNumber,
                        projectTitle,
                        jurorId,
                        jurorLabel,
                        state,
                        true,
                        Map.of(),
                        "",
                        null,
                        null,
                        savedAt,
                        version);
    }
}
