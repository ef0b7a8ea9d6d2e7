package org.regatta.jury;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * A juror was taken off projects, one or many at once. Why is kept with the recusal, for those who run the competition.
 *
 * @param personId the juror
 * @param projectIds at most 100; further ones are told by further events
 * @param roundId null for every round
 */
public record RecusalsRecorded(
        UUID competitionId,
        UUID personId,
        List<UUID> projectIds,
        @Nullable UUID roundId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "jury.recusalsRecorded";
    }

    @Override
    public String subject() {
        return competitionId.toString();
    }
}
