package org.regatta.evaluation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Scores of one project were handed in.
 *
 * @param personId the juror
 * @param changes the state, and what was handed in: {@code scores.<criterion>}, {@code total}, {@code comment}. Nothing
 *     stands before these: a draft is the juror's own, and what was handed in earlier has an entry of its own
 */
public record EvaluationSubmitted(
        UUID evaluationId,
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        UUID competitionId,
        Map<String, Change> changes,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.submitted";
    }

    @Override
    public String subject() {
        return evaluationId.toString();
    }

    @Override
    public UUID actor() {
        return personId;
    }
}
