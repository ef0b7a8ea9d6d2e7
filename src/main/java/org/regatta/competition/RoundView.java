package org.regatta.competition;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;

/**
 * A round as its readers see it.
 *
 * @param position from 1, in the order the rounds run
 * @param key short name, unique in its competition
 * @param grace how long after {@code closesAt} a draft may still be handed in
 * @param closesWhenComplete closes as soon as every evaluation is in
 * @param blind identity fields of teams are absent for jurors
 * @param feedback what teams are told of an evaluation besides the decision
 * @param decidesRoundId the evaluation round whose ranking a deliberation decides
 */
public record RoundView(
        UUID id,
        UUID programId,
        UUID competitionId,
        int position,
        String key,
        String name,
        RoundKind kind,
        RoundStatus status,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        Duration grace,
        boolean closesWhenComplete,
        boolean blind,
        Feedback feedback,
        @Nullable UUID scoringPolicyId,
        @Nullable UUID rubricId,
        @Nullable UUID decidesRoundId) {

    /** A round without a deadline waits for people; timers and due dates need a moment all the same. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** What everybody is to keep to: the deadline, without the grace that nobody should count on. */
    public Instant dueAt() {
        return closesAt == null ? NEVER : closesAt;
    }

    /** The moment after which nothing is taken in any more: the deadline with its grace. */
    public Instant endsAt() {
        return closesAt == null ? NEVER : closesAt.plus(grace);
    }

    /** What can change before it opens, as it stands. */
    public RoundChange settings() {
        return new RoundChange(
                name,
                opensAt,
                closesAt,
                grace,
                closesWhenComplete,
                blind,
                feedback,
                scoringPolicyId,
                rubricId,
                decidesRoundId);
    }

    /** Where it is, for the access policy. */
    public Place place() {
        return Place.ofCompetition(programId, competitionId);
    }
}
