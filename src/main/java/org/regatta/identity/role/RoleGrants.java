package org.regatta.identity.role;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.identity.Places;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants and withdraws roles. A change holds on the next request, on every node. */
@Service
@Transactional
public class RoleGrants {

    private final GrantRows rows;
    private final RoleRequests requests;
    private final Granting granting;
    private final Administration administration;
    private final Access access;
    private final Places places;
    private final RoleProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleGrants(
            GrantRows rows,
            RoleRequests requests,
            Administration administration,
            RoleSources sources,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.administration = administration;
        this.granting = sources.granting();
        this.access = sources.access();
        this.places = sources.places();
        this.properties = sources.properties();
        this.events = events;
        this.clock = clock;
    }

    /**
     * Grants a role to a person the viewer administers, or changes its dates; publishes {@link RoleGranted}.
     *
     * @return whether the role is granted; false if it now waits for a second person ({@link RoleRequests})
     * @throws NotVisible if person or place are unknown to the viewer
     * @throws RoleOutOfReach if the role is not below the viewer's own there
     * @throws OwnRoles if it is the viewer's own account
     * @throws InvalidInput naming dates that do not fit, and a super admin of less than the site
     * @throws LastSuperAdmin if the new dates would leave nobody who administers the site for good
     */
    public boolean grant(NewGrant grant) {
        administration.requireSeen(administration.scope(), grant.personId());
        return give(List.of(grant));
    }

    /**
     * The same for people the viewer has just invited, who need not have been known to them before; as many statements
     * for many as for one, those of whoever hears {@link RoleGranted} aside.
     *
     * @param grants not empty, of one role at one place for the same dates
     */
    public void grantAll(List<NewGrant> grants) {
        give(grants);
    }

    private boolean give(List<NewGrant> wanted) {
        var first = wanted.getFirst();
        requireGrantable(first);
        var place = place(first.programId(), first.competitionId());
        var grants = wanted.stream().map(grant -> grant.at(place)).toList();
        var actor = access.viewer().personId();
        if (grants.stream().anyMatch(grant -> grant.personId().equals(actor))) {
            throw new OwnRoles();
        }
        if (!rows.exist(grants.stream().map(NewGrant::personId).toList())) {
            throw new NotVisible();
        }
        if (first.role() == Role.SUPER_ADMIN && properties.secondPersonForSuperAdmins()) {
            grants.forEach(grant -> ask(grant, actor));
            return false;
        }
        granting.put(grants, actor);
        return true;
    }

    private void ask(NewGrant grant, UUID actor) {
        requests.ask(grant, actor);
        events.publishEvent(new RoleRequested(
                grant.personId(),
                grant.role(),
                null,
                null,
                grant.validFrom(),
                grant.validUntil(),
                actor,
                clock.instant()));
    }

    /** Refuses whatever {@link #grant} would refuse about role, place and dates, without a person: for lists of many. */
    @Transactional(readOnly = true)
    public void requireGrantable(NewGrant grant) {
        var place = place(grant.programId(), grant.competitionId());
        access.require(Action.MANAGE_PEOPLE, place);
        if (!GrantRules.mayGrant(access.viewer(), grant.role(), place)) {
            throw new RoleOutOfReach();
        }
        if (access.viewer().personId().equals(grant.personId())) {
            throw new OwnRoles();
        }
        check(grant, place, clock.instant());
    }

    /**
     * Takes a role away; publishes {@link RoleWithdrawn}. Everybody may give up a role of their own.
     *
     * @throws NotVisible if there is no such role, or it is out of the viewer's sight
     * @throws RoleOutOfReach if the role is not below the viewer's own there
     * @throws LastSuperAdmin if nobody would be left who administers the site for good
     */
    public void withdraw(UUID grantId) {
        var grant = rows.find(grantId).orElseThrow(NotVisible::new);
        var viewer = access.viewer();
        if (!viewer.personId().equals(grant.personId())) {
            administration.requireSeen(administration.scope(), grant.personId());
            var place = place(grant.programId(), grant.competitionId());
            if (!access.reach(Action.MANAGE_PEOPLE).covers(place)) {
                throw new NotVisible();
            }
            if (!GrantRules.mayGrant(viewer, grant.role(), place)) {
                throw new RoleOutOfReach();
            }
        }
        granting.remove(grant, viewer.personId());
    }

    /**
     * The roles of a person that the viewer administers, the highest first; one's own all of them.
     *
     * @throws NotVisible if the viewer sees nothing of the person
     */
    @Transactional(readOnly = true)
    public List<GrantView> of(UUID personId) {
        if (access.viewer().personId().equals(personId)) {
            return of(List.of(personId), administration.site()).getOrDefault(personId, List.of());
        }
        var scope = administration.scope();
        administration.requireSeen(scope, personId);
        return of(List.of(personId), scope).getOrDefault(personId, List.of());
    }

    /** The roles of many that are within {@code scope}; one statement for any number of people. */
    @Transactional(readOnly = true)
    public Map<UUID, List<GrantView>> of(Collection<UUID> personIds, Administration.Scope scope) {
        var viewer = access.viewer();
        return rows.of(personIds, scope.parameters()).stream()
                .map(row -> view(row, scope, viewer))
                .sorted(Comparator.comparing(GrantView::role))
                .collect(Collectors.groupingBy(GrantView::personId));
    }

    /** Where the viewer may grant which roles: the site first, where that is within reach. */
    @Transactional(readOnly = true)
    public List<GrantablePlace> grantable() {
        var scope = administration.scope();
        var viewer = access.viewer();
        var found = new ArrayList<GrantablePlace>();
        found.add(new GrantablePlace(null, GrantRules.grantable(viewer, Place.SITE)));
        scope.places().forEach(one -> found.add(new GrantablePlace(one, GrantRules.grantable(viewer, one.place()))));
        found.removeIf(one -> one.roles().isEmpty());
        return found;
    }

    /**
     * A place with the roles the viewer may grant there.
     *
     * @param place null for the whole site
     */
    public record GrantablePlace(@Nullable NamedPlace place, List<Role> roles) {}

    private Place place(@Nullable UUID programId, @Nullable UUID competitionId) {
        return programId == null && competitionId == null
                ? Place.SITE
                : places.find(programId, competitionId).map(NamedPlace::place).orElseThrow(NotVisible::new);
    }

    private static GrantView view(GrantRows.Row row, Administration.Scope scope, Viewer viewer) {
        var own = viewer.personId().equals(row.personId());
        var within = scope.place(row.programId(), row.competitionId());
        return new GrantView(
                row.id(),
                row.personId(),
                row.role(),
                row.programId(),
                row.competitionId(),
                scope.name(row.programId(), row.competitionId()),
                row.validFrom(),
                row.validUntil(),
                row.standing(),
                row.grantedById(),
                row.grantedBy(),
                row.grantedAt(),
                own || GrantRules.mayGrant(viewer, row.role(), within));
    }

    private static void check(NewGrant grant, Place place, Instant now) {
        var findings = new ArrayList<Finding>();
        var from = grant.validFrom();
        var until = grant.validUntil();
        if (until != null && !until.isAfter(now)) {
            findings.add(
                    new Finding("validUntil", "The end has passed already.", "Name a time in the future, or none."));
        }
        if (until != null && from != null && !until.isAfter(from)) {
            findings.add(new Finding("validUntil", "The end is not after the beginning.", "Name a later end."));
        }
        if (grant.role() == Role.SUPER_ADMIN && !place.equals(Place.SITE)) {
            findings.add(new Finding(
                    "role", "A super admin is one of the whole site.", "Choose the whole site, or a program admin."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("The role cannot be granted like this; nothing was changed.", findings);
        }
    }
}
