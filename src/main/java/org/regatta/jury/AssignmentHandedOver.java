package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * What a juror had to do for a project is another's now; their task goes with it.
 *
 * @param assignmentId the one that ended
 * @param fromPersonId whose it was
 * @param personId whose it is
 * @param reason why; may be empty
 */
public record AssignmentHandedOver(
        UUID assignmentId,
        UUID roundId,
        UUID projectId,
        UUID fromPersonId,
        UUID personId,
        UUID competitionId,
        UUID actor,
        String reason,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.assignmentHandedOver";
    }

    @Override
    public String subject() {
        return assignmentId.toString();
    }
}
