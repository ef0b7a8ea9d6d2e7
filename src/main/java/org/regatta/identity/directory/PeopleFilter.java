package org.regatta.identity.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;

/**
 * Which people are wanted.
 *
 * @param text in name or address, whatever its case; empty for all
 * @param placeId a program, with its competitions, or a single competition
 */
public record PeopleFilter(
        String text,
        @Nullable Role role,
        @Nullable UUID placeId,
        @Nullable PersonState state) {

    /** The order of a list; equal ones follow their names. */
    public enum Sort {
        /** By name. */
        NAME,
        /** By what has become of the account, from the invitation on. */
        STATE,
        /** By the last sign-in; those who never did come last. */
        LAST_SIGN_IN
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return !text.isEmpty() || role != null || placeId != null || state != null;
    }
}
