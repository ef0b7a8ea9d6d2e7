package org.regatta.identity.role;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;

/**
 * A role of a person.
 *
 * @param place name of the program or competition; null for the whole site
 * @param grantedBy name of who granted it; null where it came with set-up or an import
 * @param withdrawable whether the viewer may take it away
 */
public record GrantView(
        UUID id,
        UUID personId,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable String place,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        Standing standing,
        @Nullable UUID grantedById,
        @Nullable String grantedBy,
        Instant grantedAt,
        boolean withdrawable) {

    /** Whether a role holds now. */
    public enum Standing {
        /** It holds. */
        HELD,
        /** It begins later. */
        AHEAD,
        /** It has ended by its date. */
        ENDED
    }
}
