package org.regatta.identity.directory;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** An account was closed; its person is signed out everywhere. */
public record PersonDeactivated(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.personDeactivated";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
