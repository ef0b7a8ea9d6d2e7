package org.regatta.identity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.AccessRules.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The one place that decides who may do what. Roles add up; a conflict of interest is a negative right and wins over
 * every role. Roles are read from the database at every request, so that a change works on the next one.
 */
@Service
public class Access {

    /** Request attribute that a filter fills with an empty {@link AtomicReference}; roles are kept in it for one request. */
    public static final String REQUEST_CACHE = Access.class.getName() + ".viewer";

    private static final String VIEWER = """
        select p.name, p.email, p.primary_role, p.zone, g.role, g.program_id, g.competition_id
          from person p
          left join role_grant g on g.person_id = p.id
               and (g.valid_from is null or g.valid_from <= now())
               and (g.valid_until is null or g.valid_until > now())
         where p.id = :personId and p.enabled
         order by g.granted_at, g.id
        """;

    private final JdbcClient jdbc;
    private final List<Relations> relations;

    Access(JdbcClient jdbc, List<Relations> relations) {
        this.jdbc = jdbc;
        this.relations = relations;
    }

    /**
     * The person at work.
     *
     * @throws NotSignedIn if there is none (a process or a job at work), or the account is disabled
     */
    public Viewer viewer() {
        var personId = signedIn().orElseThrow(NotSignedIn::new);
        var cache = requestCache();
        if (cache != null) {
            var known = cache.get();
            if (known != null && known.personId().equals(personId)) {
                return known;
            }
        }
        var viewer = load(personId);
        if (cache != null) {
            cache.set(viewer);
        }
        return viewer;
    }

    /** Whose session or token is at work, without asking the database; empty for processes, jobs and visitors. */
    public Optional<UUID> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(authentication.getName()));
        } catch (IllegalArgumentException notAPerson) {
            return Optional.empty();
        }
    }

    /**
     * Who really is at work: the person signed in, also while they see the site as another. What is written down names
     * this one.
     */
    public Optional<UUID> actor() {
        var seen = seenAs();
        return seen.isPresent() ? seen.map(SeenAs::actor) : signedIn();
    }

    /** Whom somebody sees the site as; empty for everybody else. */
    public Optional<SeenAs> seenAs() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SeenAs seen
                ? Optional.of(seen)
                : Optional.empty();
    }

    /**
     * Whether the viewer may do it there. A place without project never meets a condition on the project.
     *
     * @throws NotSignedIn if nobody is signed in
     */
    public boolean may(Action action, Place place) {
        var viewer = viewer();
        var rule = AccessRules.of(action);
        var project = place.projectId();
        var asked = rule.conflictWins() && project != null;
        if (asked && project != null && conflicted(viewer, project)) {
            return false;
        }
        return rule.roles().entrySet().stream()
                .anyMatch(cell -> viewer.holds(cell.getKey(), place) && meets(cell.getValue(), viewer, place, asked));
    }

    /**
     * Goes on only if the viewer may do it there.
     *
     * @throws NotSignedIn if nobody is signed in
     * @throws NotVisible if the viewer cannot even see the place, as if it did not exist
     * @throws ActionForbidden if the viewer sees it but may not do this
     */
    public void require(Action action, Place place) {
        if (may(action, place)) {
            return;
        }
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(Denial.ATTRIBUTE, new Denial(action, place), RequestAttributes.SCOPE_REQUEST);
        }
        if (!sees(place)) {
            throw new NotVisible();
        }
        throw new ActionForbidden(action);
    }

    /** Where the viewer may do it without a condition on a single project; for list queries. */
    public Reach reach(Action action) {
        var roles = AccessRules.of(action).roles();
        var programs = new HashSet<UUID>();
        var competitions = new HashSet<UUID>();
        for (var grant : viewer().grants()) {
            if (roles.get(grant.role()) != Condition.HELD) {
                continue;
            }
            var program = grant.programId();
            var competition = grant.competitionId();
            if (competition != null) {
                competitions.add(competition);
            } else if (program != null) {
                programs.add(program);
            } else {
                return new Reach(true, Set.of(), Set.of());
            }
        }
        return new Reach(false, programs, competitions);
    }

    /** Whether the viewer has entered a project there, and so has no rights of a juror. */
    public boolean competes(Place place) {
        return competes(viewer().personId(), place.competitionId());
    }

    /** The projects of a competition that a conflict of interest hides from the viewer, for list queries to leave out. */
    public Set<UUID> withheld(UUID competitionId) {
        var projects = new HashSet<UUID>();
        for (var personId : eyes(viewer())) {
            relations.forEach(one -> projects.addAll(one.conflicts(personId, competitionId)));
        }
        return projects;
    }

    /** The projects of all competitions that a conflict of interest hides from the viewer. */
    public Set<UUID> withheld() {
        var projects = new HashSet<UUID>();
        for (var personId : eyes(viewer())) {
            relations.forEach(one -> projects.addAll(one.conflicts(personId)));
        }
        return projects;
    }

    /** Makes the rest of this request read the viewer's roles anew. */
    void forget() {
        var cache = requestCache();
        if (cache != null) {
            cache.set(null);
        }
    }

    private boolean sees(Place place) {
        if (place.projectId() != null) {
            return may(Action.READ_PROJECT, place);
        }
        return place.equals(Place.SITE) || may(Action.READ_COMPETITION, place);
    }

    private boolean meets(Condition condition, Viewer viewer, Place place, boolean knownFree) {
        if (condition == Condition.HELD) {
            return true;
        }
        var person = viewer.personId();
        if (condition == Condition.NEUTRAL) {
            return !competes(person, place.competitionId());
        }
        var project = place.projectId();
        if (project == null) {
            return false;
        }
        return switch (condition) {
            case HELD, NEUTRAL -> true;
            case MENTORED -> any(one -> one.mentors(person, project)) && (knownFree || !conflicted(viewer, project));
            case SHORTLISTED -> any(one -> one.shortlisted(project)) && (knownFree || !conflicted(viewer, project));
            case OWN_TEAM -> any(one -> one.ofTeam(person, project));
            case ASSIGNED ->
                any(one -> one.assigned(person, project))
                        && (knownFree || !conflicted(viewer, project))
                        && !competes(person, place.competitionId());
        };
    }

    /** Whoever reads the answer: the viewer, and who sees the site as the viewer. */
    private Set<UUID> eyes(Viewer viewer) {
        return seenAs().map(seen -> Set.of(viewer.personId(), seen.actor())).orElse(Set.of(viewer.personId()));
    }

    private boolean conflicted(Viewer viewer, UUID project) {
        return eyes(viewer).stream().anyMatch(person -> any(one -> one.conflicted(person, project)));
    }

    private boolean competes(UUID personId, @Nullable UUID competitionId) {
        return competitionId != null && any(one -> one.competes(personId, competitionId));
    }

    private boolean any(Predicate<Relations> question) {
        return relations.stream().anyMatch(question);
    }

    private Viewer load(UUID personId) {
        var grants = new ArrayList<Grant>();
        var rows = jdbc.sql(VIEWER)
                .param("personId", personId)
                .query((row, number) -> {
                    var role = row.getString("role");
                    if (role != null) {
                        grants.add(new Grant(
                                Role.valueOf(role),
                                row.getObject("program_id", UUID.class),
                                row.getObject("competition_id", UUID.class)));
                    }
                    var chosen = row.getString("primary_role");
                    var zone = row.getString("zone");
                    return new Viewer(
                            personId,
                            row.getString("name"),
                            row.getString("email"),
                            chosen == null ? null : Role.valueOf(chosen),
                            zone == null ? null : ZoneId.of(zone),
                            List.of());
                })
                .list();
        if (rows.isEmpty()) {
            throw new NotSignedIn();
        }
        return rows.getFirst().with(grants);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable AtomicReference<@Nullable Viewer> requestCache() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? null
                : (AtomicReference<@Nullable Viewer>)
                        request.getAttribute(REQUEST_CACHE, RequestAttributes.SCOPE_REQUEST);
    }
}
