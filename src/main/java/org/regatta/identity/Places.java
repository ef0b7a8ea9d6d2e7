package org.regatta.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the module that knows programs and competitions tells about them to those who grant roles there. */
public interface Places {

    /**
     * Programs and competitions within reach, by the name of the program, each program before its competitions. A
     * program of which only a competition is within reach is absent itself. Checks no rights.
     */
    List<NamedPlace> within(Reach reach);

    /** The competition, or the program where no competition is given; empty if there is none. Checks no rights. */
    Optional<NamedPlace> find(@Nullable UUID programId, @Nullable UUID competitionId);
}
