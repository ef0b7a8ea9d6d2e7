package org.regatta.identity.web.people;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.Role;
import org.regatta.identity.role.RoleGrants.GrantablePlace;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** What forms that give a role offer, and what was chosen in them. */
final class GrantForms {

    /** How a form chooses the whole site. */
    static final String SITE = "site";

    /** A slip of the hand gives little: those who administer come last. */
    private static final Comparator<Role> LEAST_FIRST = Comparator.comparingInt(role -> switch (role) {
        case SUPER_ADMIN -> 2;
        case PROGRAM_ADMIN -> 1;
        default -> 0;
    });

    private GrantForms() {}

    /**
     * The role that was chosen.
     *
     * @throws InvalidInput if none was
     */
    static Role role(@Nullable Role chosen) {
        if (chosen == null) {
            throw new InvalidInput(new Finding("role", "No role is chosen.", "Choose one of the list."));
        }
        return chosen;
    }

    /** Every role that can be given somewhere, in the order they are offered. */
    static List<Role> roles(List<GrantablePlace> places) {
        return places.stream()
                .flatMap(place -> place.roles().stream())
                .distinct()
                .sorted(LEAST_FIRST.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * The place that was chosen; null for the whole site.
     *
     * @param chosen its id, or {@link #SITE}
     * @throws InvalidInput if nothing was chosen, or what was not offered
     */
    static @Nullable NamedPlace place(List<GrantablePlace> places, @Nullable String chosen) {
        if (chosen == null || chosen.isBlank()) {
            throw new InvalidInput(new Finding("place", "No place is chosen.", "Choose one of the list."));
        }
        if (chosen.equals(SITE)) {
            return null;
        }
        for (var one : places) {
            var place = one.place();
            if (place != null && place.id().toString().equals(chosen)) {
                return place;
            }
        }
        throw new InvalidInput(new Finding("place", "There is no such place.", "Choose one of the list."));
    }
}
