package org.regatta.identity;

import java.util.Set;
import java.util.UUID;

/**
 * How far the viewer may do something, for list queries: the whole site, or the programs and the single competitions
 * named. Rights that come from an assignment or a team are not in here.
 *
 * @param everything the whole site; the sets are then empty
 * @param programIds with all their competitions
 */
public record Reach(boolean everything, Set<UUID> programIds, Set<UUID> competitionIds) {

    /** Copies the sets. */
    public Reach {
        programIds = Set.copyOf(programIds);
        competitionIds = Set.copyOf(competitionIds);
    }

    /** Whether nothing at all is within reach. */
    public boolean nothing() {
        return !everything && programIds.isEmpty() && competitionIds.isEmpty();
    }

    /** Whether {@code place} is within reach. */
    public boolean covers(Place place) {
        var program = place.programId();
        var competition = place.competitionId();
        return everything
                || (program != null && programIds.contains(program))
                || (competition != null && competitionIds.contains(competition));
    }
}
