package org.regatta.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.DomainEvent;

/**
 * People were given a role together, as jurors of a jury or members of teams are.
 *
 * @param personIds at most a hundred: more are told by several events
 * @param actor null where set-up did it
 */
public record RolesGiven(
        List<UUID> personIds,
        Role role,
        @Nullable UUID programId,
        @Nullable UUID competitionId,
        @Nullable UUID actor,
        Instant occurredAt)
        implements DomainEvent {

    @Override
    public String type() {
        return "identity.rolesGiven";
    }

    @Override
    public String subject() {
        var place = competitionId == null ? programId : competitionId;
        return place == null ? "site" : place.toString();
    }
}
