package org.regatta.identity;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program or a competition with its name.
 *
 * @param place a program or a competition, which then names its program as well
 * @param competition null for a program as a whole
 */
public record NamedPlace(
        Place place, String program, @Nullable String competition) {

    /** The competition's, or the program's where there is none. */
    public UUID id() {
        var competitionId = place.competitionId();
        return Objects.requireNonNull(competitionId == null ? place.programId() : competitionId);
    }

    /** {@code Tidewater Prize}, or {@code Tidewater Prize · 2026}. */
    public String name() {
        return competition == null ? program : program + " · " + competition;
    }
}
