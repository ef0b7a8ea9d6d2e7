package org.regatta.identity;

import java.time.Instant;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/** A person was erased: the id is a pseudonym from now on. Whoever keeps personal data beside what must stay forgets it. */
public record PersonErased(UUID personId, UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.personErased";
    }

    @Override
    public String subject() {
        return personId.toString();
    }
}
