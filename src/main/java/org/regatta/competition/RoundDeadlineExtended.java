package org.regatta.competition;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * A round's deadline moved to {@code closesAt}.
 *
 * @param changes the deadline before and after
 */
public record RoundDeadlineExtended(
        UUID roundId, UUID competitionId, Instant closesAt, Map<String, Change> changes, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "competition.roundDeadlineExtended";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }
}
