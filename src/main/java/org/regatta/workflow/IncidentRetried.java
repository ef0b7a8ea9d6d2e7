package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody had the system try again what it could not do.
 *
 * @param stepId the element it had stopped at
 * @param businessKey the aggregate whose process it is
 */
public record IncidentRetried(
        String incidentId,
        String processKey,
        String stepId,
        String businessKey,
        UUID competitionId,
        @Nullable UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.incidentRetried";
    }

    @Override
    public String subject() {
        return businessKey;
    }
}
