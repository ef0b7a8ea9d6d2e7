package org.regatta.identity.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.regatta.shared.DomainEvent;

/**
 * A person changed what they say about themselves.
 *
 * @param fields names of what changed, without the values
 */
public record ProfileChanged(UUID personId, List<String> fields, Instant occurredAt) implements DomainEvent {

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
