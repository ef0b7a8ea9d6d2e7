package org.regatta.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * The jurors of a project differed too much, and a further one reads it.
 *
 * @param personId the further juror
 * @param actor who chose
 * @param reason as the organiser gave it; may be empty
 */
public record ThirdReaderAppointed(
        UUID roundId, UUID projectId, UUID personId, UUID competitionId, UUID actor, String reason, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "evaluation.thirdReaderAppointed";
    }

    @Override
    public String subject() {
        return projectId.toString();
    }
}
