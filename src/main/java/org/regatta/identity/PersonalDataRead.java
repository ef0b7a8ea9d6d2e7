package org.regatta.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * Somebody took data about many people at once: a file, or a list of people. Published outside of the reading
 * transaction.
 *
 * @param kind what was read, for instance {@code ranking.csv}
 * @param aboutId the round, competition or program the data belong to; null: the site
 * @param rows how many
 */
public record PersonalDataRead(
        String kind, @Nullable UUID aboutId, @Nullable UUID competitionId, long rows, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.personalDataRead";
    }

    @Override
    public String subject() {
        return aboutId == null ? kind : aboutId.toString();
    }
}
