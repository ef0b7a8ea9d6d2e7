package org.regatta.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role somebody holds now.
 *
 * @param programId where it holds: null together with {@code competitionId} for the whole site
 * @param competitionId a single competition, else null
 */
public record Grant(
        Role role, @Nullable UUID programId, @Nullable UUID competitionId) {

    /** Whether this grant holds at {@code place}. */
    public boolean holdsAt(Place place) {
        if (programId == null && competitionId == null) {
            return true;
        }
        if (competitionId != null) {
            return competitionId.equals(place.competitionId());
        }
        return programId != null && programId.equals(place.programId());
    }
}
