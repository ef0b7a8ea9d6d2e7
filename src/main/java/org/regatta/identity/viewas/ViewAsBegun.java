package org.regatta.identity.viewas;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody began to see the site as this person; the actor is who really looks. */
public record ViewAsBegun(UUID viewId, UUID personId, String reason, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.viewAsBegun";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
