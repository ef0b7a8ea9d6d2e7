package org.regatta.identity.role;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;

/** Who may grant and withdraw which role where; the grantor's own account is none of it. */
final class GrantRules {

    /** Below a program admin. */
    private static final Set<Role> BELOW_PROGRAM_ADMIN =
            EnumSet.complementOf(EnumSet.of(Role.SUPER_ADMIN, Role.PROGRAM_ADMIN));

    private GrantRules() {}

    /** Super admins of the site grant everything; program admins what is below them, inside their own programs. */
    static boolean mayGrant(Viewer viewer, Role role, Place place) {
        return viewer.holds(Role.SUPER_ADMIN, Place.SITE)
                || (BELOW_PROGRAM_ADMIN.contains(role) && viewer.holds(Role.PROGRAM_ADMIN, place));
    }

    /** The roles the viewer may grant at {@code place}, the highest first; empty for none. */
    static List<Role> grantable(Viewer viewer, Place place) {
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> mayGrant(viewer, role, place) && (role != Role.SUPER_ADMIN || place.equals(Place.SITE)))
                .toList();
    }
}
