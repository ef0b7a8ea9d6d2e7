package org.regatta.jury;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;

/**
 * One juror's place at one project in one round.
 *
 * @param jurorLabel how the juror is named where names are not shown
 */
public record AssignmentView(
        UUID id,
        UUID roundId,
        UUID projectId,
        UUID jurorId,
        UUID personId,
        AssignmentState state,
        UUID programId,
        UUID competitionId,
        String jurorLabel,
        String projectNumber,
        String projectTitle,
        @Nullable String category) {

    /** Where it is, for the access policy: its project. */
    public Place place() {
        return new Place(programId, competitionId, projectId);
    }
}
