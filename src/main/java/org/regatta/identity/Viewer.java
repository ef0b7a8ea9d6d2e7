package org.regatta.identity;

import java.util.List;
import java.util.UUID;

/**
 * The person at work, with the roles held at this moment.
 *
 * @param grants valid now; empty for somebody without any role
 */
public record Viewer(UUID personId, String name, List<Grant> grants) {

    /** Whether the viewer holds {@code role} anywhere. */
    public boolean holds(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether the viewer holds {@code role} at {@code place}. */
    public boolean holds(Role role, Place place) {
        return grants.stream().anyMatch(grant -> grant.role() == role && grant.holdsAt(place));
    }

    /** Whether the viewer may do the work of {@code role} at {@code place}, by that role or by one that includes it. */
    public boolean standsFor(Role role, Place place) {
        return grants.stream().anyMatch(grant -> grant.role().standsFor(role) && grant.holdsAt(place));
    }
}
