package org.regatta.jury;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody added a person to a jury. */
public record JurorAdded(
        UUID jurorId,
        UUID juryId,
        UUID personId,
        String label,
        BigDecimal weight,
        boolean chairs,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.jurorAdded";
    }

    @Override
    public String subject() {
        return jurorId.toString();
    }
}
