package org.regatta.identity.role;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;
import org.regatta.shared.DomainEvent;

/** The second person declined a role that was asked for. */
public record RoleDeclined(
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
        return "identity.roleDeclined";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
