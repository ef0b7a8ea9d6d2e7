package org.regatta.identity.role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Grant;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.identity.Places;
import org.regatta.identity.Reach;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which people the viewer administers: super admins everybody, program admins those with a role in their programs. Whole
 * accounts (deactivate, see as) are theirs only where every role of the person is within their reach and below their own.
 */
@Component
public class Administration {

    /** Condition over {@code g}, a row of {@code role_grant}; parameters are those of {@link #scope}. */
    public static final String GRANT_IN_REACH = """
        (:everything or g.program_id = any(cast(:programs as uuid[]))
            or g.competition_id = any(cast(:competitions as uuid[])))\
        """;

    /** Condition over {@code p}, a row of {@code person}. */
    public static final String PERSON_IN_REACH =
            "(:everything or exists (select 1 from role_grant g where g.person_id = p.id and " + GRANT_IN_REACH + "))";

    private final JdbcClient jdbc;
    private final Access access;
    private final Places places;

    Administration(JdbcClient jdbc, Access access, Places places) {
        this.jdbc = jdbc;
        this.access = access;
        this.places = places;
    }

    /**
     * What the viewer administers, read once for one request.
     *
     * @param parameters of {@link #GRANT_IN_REACH}
     * @param places programs and competitions, by name
     */
    public record Scope(Reach reach, Map<String, Object> parameters, List<NamedPlace> places) {

        /** The name of a program or competition; null for the site, or for what is out of reach. */
        public @Nullable String name(@Nullable UUID programId, @Nullable UUID competitionId) {
            return find(programId, competitionId).map(NamedPlace::name).orElse(null);
        }

        /** This program with its competitions, or this competition alone; only what is within reach of names. */
        public List<UUID> withCompetitions(UUID placeId) {
            var ids = new ArrayList<UUID>(List.of(placeId));
            places.stream()
                    .map(NamedPlace::place)
                    .filter(place -> placeId.equals(place.programId()) && place.competitionId() != null)
                    .forEach(place -> ids.add(place.competitionId()));
            return ids;
        }

        /** The place itself; a competition out of reach without its program. */
        Place place(@Nullable UUID programId, @Nullable UUID competitionId) {
            return find(programId, competitionId)
                    .map(NamedPlace::place)
                    .orElse(new Place(programId, competitionId, null));
        }

        private Optional<NamedPlace> find(@Nullable UUID programId, @Nullable UUID competitionId) {
            return places.stream()
                    .filter(one -> competitionId == null
                            ? one.competition() == null && one.place().equals(new Place(programId, null, null))
                            : competitionId.equals(one.place().competitionId()))
                    .findFirst();
        }
    }

    /**
     * What the viewer administers.
     *
     * @throws ActionForbidden if that is nothing
     */
    public Scope scope() {
        var reach = access.reach(Action.MANAGE_PEOPLE);
        if (reach.nothing()) {
            throw new ActionForbidden(Action.MANAGE_PEOPLE);
        }
        return scope(reach);
    }

    /** The whole site with its names, for what people see of themselves. */
    Scope site() {
        return scope(new Reach(true, Set.of(), Set.of()));
    }

    private Scope scope(Reach reach) {
        var within = places.within(reach);
        var competitions = new HashSet<>(reach.competitionIds());
        within.stream()
                .map(one -> one.place().competitionId())
                .filter(id -> id != null)
                .forEach(competitions::add);
        return new Scope(
                reach,
                Map.of(
                        "everything", reach.everything(),
                        "programs", Ids.texts(reach.programIds()),
                        "competitions", Ids.texts(competitions)),
                within);
    }

    /**
     * Goes on only if this is a person the viewer administers something of.
     *
     * @throws NotVisible if not, as if nobody had this id
     */
    public void requireSeen(Scope scope, UUID personId) {
        var seen = jdbc.sql(
                        "select count(*) from person p where p.id = :id and p.erased_at is null and " + PERSON_IN_REACH)
                .param("id", personId)
                .params(scope.parameters())
                .query(Integer.class)
                .single();
        if (seen == 0) {
            throw new NotVisible();
        }
    }

    /** Whether the whole account is the viewer's to administer; nobody's own is. */
    public boolean manages(Scope scope, UUID personId) {
        var viewer = access.viewer();
        if (viewer.personId().equals(personId)) {
            return false;
        }
        if (viewer.holds(Role.SUPER_ADMIN, Place.SITE)) {
            return true;
        }
        var grants = current(personId);
        return !grants.isEmpty()
                && grants.stream()
                        .allMatch(grant -> GrantRules.mayGrant(
                                viewer, grant.role(), scope.place(grant.programId(), grant.competitionId())));
    }

    /**
     * Goes on only if the whole account is the viewer's to administer.
     *
     * @throws NotVisible if the viewer sees nothing of the person
     * @throws RoleOutOfReach if a role of the person is out of reach, or it is the viewer's own account
     */
    public void requireManaged(UUID personId) {
        var scope = scope();
        requireSeen(scope, personId);
        if (!manages(scope, personId)) {
            throw new RoleOutOfReach();
        }
    }

    /** Every role that holds or will hold. */
    private List<Grant> current(UUID personId) {
        return jdbc.sql("""
            select role, program_id, competition_id from role_grant
             where person_id = :id and (valid_until is null or valid_until > now())
            """)
                .param("id", personId)
                .query((row, number) -> new Grant(
                        Role.valueOf(row.getString("role")),
                        row.getObject("program_id", UUID.class),
                        row.getObject("competition_id", UUID.class)))
                .list();
    }
}
