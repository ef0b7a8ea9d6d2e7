package org.regatta.rubric;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody added a rubric to a competition. */
public record RubricDefined(UUID rubricId, UUID competitionId, NewRubric rubric, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "rubric.defined";
    }

    @Override
    public String subject() {
        return rubricId.toString();
    }
}
