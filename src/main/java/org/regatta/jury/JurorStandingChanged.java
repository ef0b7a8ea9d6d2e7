package org.regatta.jury;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A juror gets assignments in rounds to come again, or no more.
 *
 * @param active whether they do
 */
public record JurorStandingChanged(
        UUID jurorId, UUID personId, UUID competitionId, boolean active, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return active ? "jury.jurorActivated" : "jury.jurorDeactivated";
    }

    @Override
    public String subject() {
        return jurorId.toString();
    }
}
