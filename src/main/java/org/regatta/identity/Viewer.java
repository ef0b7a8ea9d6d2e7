package org.regatta.identity;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person at work, with the roles held at this moment.
 *
 * @param chosenRole the role the person wants to begin with; null: the highest. Held or not: ask {@link #primaryRole}
 * @param chosenZone in which the person wants to read times; null as long as none is chosen
 * @param grants valid now; empty for somebody without any role
 */
public record Viewer(
        UUID personId,
        String name,
        String email,
        @Nullable Role chosenRole,
        @Nullable ZoneId chosenZone,
        List<Grant> grants) {

    /** Copies the grants. */
    public Viewer {
        grants = List.copyOf(grants);
    }

    /** Where the person begins: the role chosen, while it is held, else the highest held; empty without any role. */
    public Optional<Role> primaryRole() {
        var chosen = chosenRole;
        return chosen != null && holds(chosen)
                ? Optional.of(chosen)
                : grants.stream().map(Grant::role).min(Comparator.naturalOrder());
    }

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

    /** The same person with these grants. */
    Viewer with(List<Grant> others) {
        return new Viewer(personId, name, email, chosenRole, chosenZone, others);
    }
}
