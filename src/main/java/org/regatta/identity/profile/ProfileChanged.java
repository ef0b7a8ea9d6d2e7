package org.regatta.identity.profile;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;

/**
 * A person changed what they say about themselves.
 *
 * @param changes by field
 */
public record ProfileChanged(UUID personId, Map<String, Change> changes, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.profileChanged";
    }

    @Override
    public String subject() {
        return personId.toString();
    }

    @Override
    public UUID actor() {
        return personId;
    }
}
