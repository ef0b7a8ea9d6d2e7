package org.regatta.identity.role;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;

/**
 * A role that waits for a second person.
 *
 * @param decidable whether the viewer may be that second person
 */
public record RoleRequestView(
        UUID id,
        UUID personId,
        String person,
        Role role,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        UUID requestedById,
        String requestedBy,
        Instant requestedAt,
        boolean decidable) {}
