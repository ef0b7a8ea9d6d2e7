package org.regatta.identity.role;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;
import org.regatta.identity.Role;

/**
 * A role to be granted; where the person holds it there already, only its dates change.
 *
 * @param programId where: null together with {@code competitionId} for the whole site
 * @param competitionId a single competition; its program need not be named
 * @param validFrom null: at once
 * @param validUntil null: until it is withdrawn
 */
public record NewGrant(
        UUID personId,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    /** A role at once and until it is withdrawn. */
    public static NewGrant lasting(UUID personId, Role role, @Nullable UUID programId, @Nullable UUID competitionId) {
        return new NewGrant(personId, role, programId, competitionId, null, null);
    }

    /** The same at a place that was looked up: whoever hears of it is told the competition's own program. */
    NewGrant at(Place place) {
        return new NewGrant(personId, role, place.programId(), place.competitionId(), validFrom, validUntil);
    }
}
