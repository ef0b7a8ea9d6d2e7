package org.regatta.imports;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An import has brought everything in; published in the transaction that wrote it. */
public record ImportApplied(UUID importId, UUID competitionId, ImportSummary summary, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "import.applied";
    }

    @Override
    public String subject() {
        return importId.toString();
    }
}
