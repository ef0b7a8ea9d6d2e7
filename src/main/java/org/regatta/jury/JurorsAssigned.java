package org.regatta.jury;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Projects of a round were given to jurors: each of these projects to each of these persons.
 *
 * @param projectIds at most 100; further projects of the same jurors are told by further events
 */
public record JurorsAssigned(
        UUID roundId, List<UUID> projectIds, List<UUID> personIds, UUID competitionId, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.jurorsAssigned";
    }

    @Override
    public String subject() {
        return roundId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
