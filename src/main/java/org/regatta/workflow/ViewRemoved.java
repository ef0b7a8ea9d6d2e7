package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody forgot a view of the inbox. */
public record ViewRemoved(UUID viewId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "workflow.viewRemoved";
    }

    @Override
    public String subject() {
        return viewId.toString();
    }
}
