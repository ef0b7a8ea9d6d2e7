package org.regatta.identity.role;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;
import org.regatta.shared.DomainEvent;

/** A person was given a role, or its dates were changed. */
public record RoleGranted(
        UUID personId,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
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
