package org.regatta.identity;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What others may know of a person.
 *
 * @param enabled whether the person may sign in
 * @param chosenZone in which the person wants to read times; null as long as none is chosen
 */
public record PersonView(
        UUID id,
        String email,
        String name,
        boolean enabled,
        @Nullable ZoneId chosenZone) {

    /** In which times that belong to no competition are read as long as no zone is chosen; written {@code UTC}, not {@code Z}. */
    static final ZoneId NOT_CHOSEN = ZoneId.of("UTC");

    /** In which the person reads times that belong to no competition. */
    public ZoneId zone() {
        return chosenZone == null ? NOT_CHOSEN : chosenZone;
    }
}
