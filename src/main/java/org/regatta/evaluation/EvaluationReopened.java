package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * An evaluation was given back to its juror, who may change it and hand it in again.
 *
 * @param personId the juror
 * @param actor who gave it back
 * @param reason why, for the juror to read
 */
public record EvaluationReopened(
        UUID evaluationId,
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        UUID competitionId,
        UUID actor,
        String reason,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.reopened";
    }

    @Override
    public String subject() {
        return evaluationId.toString();
    }
}
