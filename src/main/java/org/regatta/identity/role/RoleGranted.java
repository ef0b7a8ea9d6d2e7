package org.regatta.identity.role;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * A person was given a role, or its dates were changed.
 *
 * @param changes the dates before and after, of a role that the person held already
 */
public record RoleGranted(
        UUID personId,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        Map<String, Change> changes,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.roleGranted";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
