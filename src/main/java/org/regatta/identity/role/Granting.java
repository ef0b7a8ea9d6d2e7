package org.regatta.identity.role;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes roles down, whoever decided about them, and sees to it that a super admin is left. Checks no rights. */
@Component
class Granting {

    private final GrantRows rows;
    private final SuperAdmins superAdmins;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Granting(GrantRows rows, SuperAdmins superAdmins, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.superAdmins = superAdmins;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Grants, or gives the grants that are there these dates; publishes {@link RoleGranted} for each.
     *
     * @param grants of one role at one place for the same dates
     * @throws LastSuperAdmin if the dates leave nobody who administers the site for good
     */
    void put(List<NewGrant> grants, UUID actor) {
        var first = grants.getFirst();
        var limits = first.role() == Role.SUPER_ADMIN && (first.validUntil() != null || first.validFrom() != null);
        if (limits) {
            superAdmins.hold();
        }
        var changes = rows.changes(grants);
        rows.put(grants, actor, clock.instant());
        if (limits) {
            superAdmins.requireOneLeft();
        }
        grants.forEach(grant -> events.publishEvent(new RoleGranted(
                grant.personId(),
                grant.role(),
                grant.programId(),
                grant.competitionId(),
                grant.validFrom(),
                grant.validUntil(),
                changes.getOrDefault(grant.personId(), Map.of()),
                actor,
                clock.instant())));
    }

    /** Takes a grant away; publishes {@link RoleWithdrawn}. Refusals as {@link RoleGrants#withdraw}. */
    void remove(GrantRows.Row grant, UUID actor) {
        var superAdmin = grant.role() == Role.SUPER_ADMIN;
        if (superAdmin) {
            superAdmins.hold();
        }
        if (!rows.delete(grant.id())) {
            throw new NotVisible();
        }
        if (superAdmin) {
            superAdmins.requireOneLeft();
        }
        events.publishEvent(new RoleWithdrawn(
                grant.personId(),
                grant.role(),
                grant.programId(),
                grant.competitionId(),
                grant.validFrom(),
                grant.validUntil(),
                actor,
                clock.instant()));
    }
}
