package org.regatta.workflow.proposal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A second super admin declined a model. */
public record ModelDeclined(
        UUID proposalId, String name, String sha256, UUID proposedBy, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.modelDeclined";
    }

    @Override
    public String subject() {
        return proposalId.toString();
    }
}
