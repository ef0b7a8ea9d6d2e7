package org.regatta.identity.invitation;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An invitation was taken back before it was accepted; its link works no more. */
public record InvitationWithdrawn(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.invitationWithdrawn";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
