package org.regatta.identity.invitation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Role;
import org.regatta.shared.DomainEvent;

/**
 * A person was invited, or invited again; {@code user.invited} for webhooks.
 *
 * @param role null where the letter was sent again, or invited to something else than a role
 */
public record PersonInvited(
        UUID personId,
        @Nullable Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.personInvited";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
