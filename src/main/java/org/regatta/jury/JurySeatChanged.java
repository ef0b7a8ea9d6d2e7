package org.regatta.jury;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody gave a jury a seat in a round, changed how many of its jurors evaluate each project, or took the seat away.
 *
 * @param category whose projects the jury evaluates; null for all
 * @param changes what holds of the seat, before and after; before is absent for a new one
 */
public record JurySeatChanged(
        UUID roundId,
        UUID juryId,
        @Nullable String category,
        Map<String, Change> changes,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.seatChanged";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
