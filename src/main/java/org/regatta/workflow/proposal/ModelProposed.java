package org.regatta.workflow.proposal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A model waits for a second super admin. */
public record ModelProposed(UUID proposalId, String name, String sha256, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.modelProposed";
    }

    @Override
    public String subject() {
        return proposalId.toString();
    }
}
