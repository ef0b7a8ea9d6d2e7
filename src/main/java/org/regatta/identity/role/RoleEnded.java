package org.regatta.identity.role;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;
import org.regatta.shared.DomainEvent;

/** The time for which a person had a role has passed. */
public record RoleEnded(
        UUID personId,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.roleEnded";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public @Nullable UUID actor() {
        return null;
    }
}
