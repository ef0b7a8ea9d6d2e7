package org.regatta.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something is done: the object's program, competition and project, as far as it has them.
 *
 * @param projectId set where conflicts of interest, teams and assignments decide
 */
public record Place(
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable UUID projectId) {

    /** The site as a whole. */
    public static final Place SITE = new Place(null, null, null);

    /** A program. */
    public static Place ofProgram(UUID programId) {
        return new Place(programId, null, null);
    }

    /** A competition of a program. */
    public static Place ofCompetition(UUID programId, UUID competitionId) {
        return new Place(programId, competitionId, null);
    }

    /** The same place, narrowed to one project. */
    public Place withProject(UUID project) {
        return new Place(programId, competitionId, project);
    }
}
