package org.regatta.identity.personal;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person took a file of everything that is held about them. */
public record PersonalDataExported(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.personalDataExported";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
