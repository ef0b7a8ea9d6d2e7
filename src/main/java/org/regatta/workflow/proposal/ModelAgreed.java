package org.regatta.workflow.proposal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A second super admin agreed to a model, which is deployed with that. */
public record ModelAgreed(UUID proposalId, String name, String sha256, UUID proposedBy, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.modelAgreed";
    }

    @Override
    public String subject() {
        return proposalId.toString();
    }
}
