package org.regatta.workflow;

import java.time.Clock;
import java.time.ZoneOffset;
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
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.shared.Change;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Views of a list that people keep under a name. A view holds the filters of an address and nothing of what they find:
 * whoever opens a shared one sees only tasks of their own.
 */
@Service
@Transactional
public class SavedViews {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 500;

    /** Who works in a competition; teams and the audience neither see shared views nor share any. */
    private static final Set<Role> WORKING = Set.of(
            Role.SUPER_ADMIN, Role.PROGRAM_ADMIN, Role.JURY_MEMBER, Role.MENTOR, Role.OBSERVER, Role.AWARD_MASTER);

    private final JdbcClient jdbc;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Access access, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A view.
     *
     * @param query what stands behind the question mark
     * @param mine whether the viewer saved it and may remove it
     */
    public record SavedView(UUID id, String name, String query, boolean mine, boolean shared) {}

    /** The viewer's own views and those shared with the people at work in a competition; by name. */
    @Transactional(readOnly = true)
    public List<SavedView> list() {
        var viewer = access.viewer();
        var grants = viewer.grants().stream()
                .filter(grant -> WORKING.contains(grant.role()))
                .toList();
        return jdbc.sql("""
                        select id, name, query, owner_id = :viewer as mine, shared from saved_view
                        where owner_id = :viewer
                           or (shared and (:everywhere or competition_id = any(cast(:competitions as uuid[]))
                                           or exists (select 1 from competition c where c.id = competition_id
                                                      and c.program_id = any(cast(:programs as uuid[])))))
                        order by lower(name), id limit 100""")
                .param("viewer", viewer.personId())
                .param("everywhere", grants.stream().anyMatch(SavedViews::everywhere))
                .param("programs", Ids.texts(programs(grants)))
                .param("competitions", Ids.texts(competitions(grants)))
                .query(SavedView.class)
                .list();
    }

    /**
     * Keeps a view under a name; one of the viewer's own with that name is replaced. Publishes {@link ViewSaved}.
     *
     * @param competitionId null for the viewer alone, else whose people share it
     * @throws NotVisible if the competition is unknown to the viewer
     * @throws ActionForbidden if the viewer does not work there: what somebody shares stands in the inbox of all who do
     * @throws InvalidInput if the name is empty or too long, or there are too many views
     */
    public void save(String name, String query, @Nullable UUID competitionId) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new InvalidInput(new Finding(
                    "name", "The view has no name of 1 to " + LONGEST_NAME + " characters.", "Give it a short name."));
        }
        if (query.length() > LONGEST_QUERY) {
            throw new InvalidInput(new Finding("query", "The view has too many filters.", "Take some away."));
        }
        if (competitionId != null) {
            requireWorking(place(competitionId));
        }
        var owner = access.viewer().personId();
        if (list().stream().filter(SavedView::mine).count() >= MOST) {
            throw new InvalidInput(
                    new Finding("name", "You keep " + MOST + " views already.", "Remove one you no longer use."));
        }
        var before = kept("name = ?", called, owner);
        var viewId = jdbc.sql("""
                        insert into saved_view (id, owner_id, name, query, shared, competition_id, saved_at)
                        values (:id, :owner, :name, :query, :shared, :competition, :now)
                        on conflict (owner_id, name) do update set query = excluded.query, shared = excluded.shared,
                            competition_id = excluded.competition_id, saved_at = excluded.saved_at
                        returning id""")
                .param("id", Ids.next())
                .param("owner", owner)
                .param("name", called)
                .param("query", query)
                .param("shared", competitionId != null)
                .param("competition", competitionId)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        var changes = changes(before.orElse(null), new Kept(called, query, competitionId));
        events.publishEvent(new ViewSaved(viewId, called, query, competitionId, changes, owner, clock.instant()));
    }

    /**
     * Forgets a view of the viewer's own; publishes {@link ViewRemoved}.
     *
     * @throws NotVisible if there is none
     */
    public void remove(UUID viewId) {
        var owner = access.viewer().personId();
        var before = kept("id = ?", viewId, owner).orElseThrow(NotVisible::new);
        jdbc.sql("delete from saved_view where id = ?").param(viewId).update();
        events.publishEvent(
                new ViewRemoved(viewId, changes(before, null), before.competitionId(), owner, clock.instant()));
    }

    /** What a view holds. */
    private record Kept(String name, String query, @Nullable UUID competitionId) {}

    /** One of the owner's own, held for this transaction. */
    private Optional<Kept> kept(String which, Object value, UUID owner) {
        return jdbc.sql("select name, query, competition_id from saved_view where " + which
                        + " and owner_id = ? for update")
                .param(value)
                .param(owner)
                .query(Kept.class)
                .optional();
    }

    private static Map<String, Change> changes(@Nullable Kept before, @Nullable Kept after) {
        return Change.between()
                .field("name", before == null ? null : before.name(), after == null ? null : after.name())
                .field("query", before == null ? null : before.query(), after == null ? null : after.query())
                .field(
                        "sharedWithId",
                        before == null ? null : before.competitionId(),
                        after == null ? null : after.competitionId())
                .all();
    }

    private void requireWorking(Place place) {
        access.require(Action.READ_COMPETITION, place);
        var viewer = access.viewer();
        if (WORKING.stream().noneMatch(role -> viewer.holds(role, place))) {
            throw new ActionForbidden(Action.READ_COMPETITION);
        }
    }

    private Place place(UUID competitionId) {
        return jdbc.sql("select program_id from competition where id = ?")
                .param(competitionId)
                .query(UUID.class)
                .optional()
                .map(programId -> Place.ofCompetition(programId, competitionId))
                .orElseThrow(NotVisible::new);
    }

    private static boolean everywhere(Grant grant) {
        return grant.programId() == null && grant.competitionId() == null;
    }

    private static Set<UUID> programs(List<Grant> grants) {
        var ids = new HashSet<UUID>();
        for (var grant : grants) {
            var program = grant.programId();
            if (program != null && grant.competitionId() == null) {
                ids.add(program);
            }
        }
        return ids;
    }

    private static Set<UUID> competitions(List<Grant> grants) {
        var ids = new HashSet<UUID>();
        for (var grant : grants) {
            var competition = grant.competitionId();
            if (competition != null) {
                ids.add(competition);
            }
        }
        return ids;
    }
}
