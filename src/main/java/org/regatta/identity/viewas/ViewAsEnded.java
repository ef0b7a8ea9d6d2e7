package org.regatta.identity.viewas;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** Somebody no longer sees the site as this person; the actor is who really looked. */
public record ViewAsEnded(UUID viewId, UUID personId, String reason, UUID actor, Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.viewAsEnded";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
