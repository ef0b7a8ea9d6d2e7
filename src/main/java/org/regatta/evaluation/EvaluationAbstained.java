package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A juror will not evaluate a project; the others' scores stand without theirs.
 *
 * @param personId the juror
 */
public record EvaluationAbstained(
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID personId,
        UUID competitionId,
        String reason,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.abstained";
    }

    @Override
    public String subject() {
        return assignmentId.toString();
    }

    @Override
    public UUID actor() {
        return personId;
    }
}
