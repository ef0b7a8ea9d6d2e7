package org.regatta.identity.personal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An administrator declined to erase a person. */
public record ErasureDeclined(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.erasureDeclined";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
