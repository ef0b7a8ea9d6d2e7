package org.regatta.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody forgot a view of a list.
 *
 * @param changes what it was; without after
 * @param competitionId whose people shared it; null for one of their own alone
 */
public record ViewRemoved(
        UUID viewId, Map<String, Change> changes, @Nullable UUID competitionId, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "workflow.viewRemoved";
    }

    @Override
    public String subject() {
        return viewId.toString();
    }
}
