package org.regatta.identity.web.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.Role;
import org.regatta.identity.role.RoleGrants.GrantablePlace;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** What forms that give a role offer, and what was chosen in them. */
final class GrantForms {

    private GrantForms() {}

    /** Every role that can be given somewhere, the highest first. */
    static List<Role> roles(List<GrantablePlace> places) {
        return places.stream()
                .flatMap(place -> place.roles().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The place of that id; null for the whole site.
     *
     * @throws InvalidInput if it was not offered
     */
    static @Nullable NamedPlace place(List<GrantablePlace> places, @Nullable UUID placeId) {
        if (placeId == null) {
            return null;
        }
        for (var one : places) {
            var place = one.place();
            if (place != null && place.id().equals(placeId)) {
                return place;
            }
        }
        throw new InvalidInput(new Finding("place", "There is no such place.", "Choose one of the list."));
    }
}
