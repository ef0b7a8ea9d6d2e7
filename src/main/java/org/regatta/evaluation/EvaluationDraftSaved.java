package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A juror saved a draft. What it holds is the juror's own until it is handed in: the log says that they worked, not what
 * they wrote.
 *
 * @param personId the juror
 * @param version of the evaluation, from 1
 */
public record EvaluationDraftSaved(
        UUID evaluationId,
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        int version,
        UUID competitionId,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.draftSaved";
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
