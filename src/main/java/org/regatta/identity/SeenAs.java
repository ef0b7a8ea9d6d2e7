package org.regatta.identity;

import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is at work while somebody sees the site as another person: the person seen, so that every rule answers as it would
 * for them. Conflicts of interest of the true actor count as well.
 *
 * @param personId the person seen
 * @param actor who really looks
 * @param until when it ends by itself
 */
public record SeenAs(UUID personId, UUID actor, Instant until) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return personId.toString();
    }
}
