package org.regatta.rubric;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody changed a rubric.
 *
 * @param changes by field, of criteria by {@code criteria.<key>.<field>}
 */
public record RubricChanged(
        UUID rubricId, UUID competitionId, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "rubric.changed";
    }

    @Override
    public String subject() {
        return rubricId.toString();
    }
}
