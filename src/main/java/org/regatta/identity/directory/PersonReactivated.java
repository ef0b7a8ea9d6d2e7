package org.regatta.identity.directory;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A closed account was opened again. */
public record PersonReactivated(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.personReactivated";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
