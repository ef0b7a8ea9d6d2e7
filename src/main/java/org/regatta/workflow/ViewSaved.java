package org.regatta.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody kept a view of a list under a name.
 *
 * @param query what stands behind the question mark
 * @param changes against the one they kept under that name before; without before where there was none
 * @param competitionId whose people share it; null for one of their own alone
 */
public record ViewSaved(
        UUID viewId,
        String name,
        String query,
        @Nullable UUID competitionId,
        Map<String, Change> changes,
        UUID actor,
        Instant occurredAt)
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
