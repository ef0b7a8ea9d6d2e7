package org.regatta.deliberation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * Somebody planned when the approved decisions are released.
 *
 * @param changes the moment before, if there was one, and after
 */
public record ReleasePlanned(
        UUID roundId,
        Instant releaseAt,
        Map<String, Change> changes,
        UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "deliberation.releasePlanned";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
