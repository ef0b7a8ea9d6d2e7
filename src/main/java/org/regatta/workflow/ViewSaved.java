package org.regatta.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody kept a view of the inbox under a name.
 *
 * @param competitionId whose people share it; null for one of their own alone
 */
public record ViewSaved(
        UUID viewId, String name, String query, @Nullable UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.viewSaved";
    }

    @Override
    public String subject() {
        return viewId.toString();
    }
}
