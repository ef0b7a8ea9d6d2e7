package org.regatta.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * People were made known to the site.
 *
 * @param personIds at most a hundred: more are told by several events
 * @param emails their addresses, in the same order
 * @param actor null where set-up did it
 */
public record PeopleAdded(
        List<UUID> personIds, List<String> emails, @Nullable UUID actor, Instant occurredAt) implements DomainEvent {

    @Override
    public String type() {
        return "identity.peopleAdded";
    }

    @Override
    public String subject() {
        return personIds.size() == 1 ? personIds.getFirst().toString() : "people";
    }
}
