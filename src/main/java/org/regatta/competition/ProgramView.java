package org.regatta.competition;

import java.util.UUID;
import org.regatta.identity.Place;

/**
 * A program as its readers see it.
 *
 * @param key short name, unique on the site
 */
public record ProgramView(UUID id, String key, String name, String description) {

    /** Where it is, for the access policy. */
    public Place place() {
        return Place.ofProgram(id);
    }
}
