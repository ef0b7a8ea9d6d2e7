package org.regatta.competition;

import java.time.ZoneId;
import java.util.UUID;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.identity.Place;

/**
 * A competition as its readers see it.
 *
 * @param key short name, unique in its program
 * @param zone in which deadlines are typed and shown
 * @param fourEyes whether decisions are approved by somebody who prepared none of them
 */
public record CompetitionView(
        UUID id,
        UUID programId,
        String programName,
        String key,
        String name,
        String description,
        ZoneId zone,
        boolean fourEyes,
        CompetitionStatus status) {

    /** What can change until it is closed, as it stands. */
    public CompetitionChange settings() {
        return new CompetitionChange(name, description, zone, fourEyes);
    }

    /** Where it is, for the access policy. */
    public Place place() {
        return Place.ofCompetition(programId, id);
    }
}
