package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * Scores of one project were handed in.
 *
 * @param personId the juror
 */
public record EvaluationSubmitted(
        UUID evaluationId,
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        UUID competitionId,
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
