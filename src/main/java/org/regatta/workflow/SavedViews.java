package org.regatta.workflow;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
 * Views of a list that people keep under a name. A view holds the filters and the order of an address and nothing of what
 * they find: whoever opens a shared one sees only what they may see anyway.
 */
@Service("views")
@Transactional
public class SavedViews {

    private static final int MOST = 50;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 500;

    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The lists that have views; those of a competition or a round name it. */
    private static final Pattern LISTS = Pattern.compile("/inbox|/people|/audit|/evaluations"
            + "|/competitions/(?<competition>" + ID + ")/projects|/rounds/(?<round>" + ID + ")/(?:ranking|decisions)");

    /** As addresses are encoded. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9%._~+=&:*-]*");

    private static final Pattern CHOSEN = Pattern.compile("(?:^|&)competition=(" + ID + ")(?:&|$)");

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

    /**
     * The viewer's own views of a list and those shared with the people at work in a competition; by name.
     *
     * @param path of the list
     */
    @Transactional(readOnly = true)
    public List<SavedView> of(String path) {
        var viewer = access.viewer();
        var grants = viewer.grants().stream()
                .filter(grant -> WORKING.contains(grant.role()))
                .toList();
        return jdbc.sql("""
                        select id, name, query, owner_id = :viewer as mine, shared from saved_view
                        where path = :path and (owner_id = :viewer
                           or (shared and (:everywhere or competition_id = any(cast(:competitions as uuid[]))
                                           or exists (select 1 from competition c where c.id = competition_id
                                                      and c.program_id = any(cast(:programs as uuid[]))))))
                        order by lower(name), id limit 100""")
                .param("path", path)
                .param("viewer", viewer.personId())
                .param("everywhere", grants.stream().anyMatch(SavedViews::everywhere))
                .param("programs", Ids.texts(programs(grants)))
                .param("competitions", Ids.texts(competitions(grants)))
                .query(SavedView.class)
                .list();
    }

    /** Whether a view is of one competition, whose people can share it. */
    public boolean shareable(String path, String query) {
        var list = LISTS.matcher(path);
        return list.matches() && (list.group("competition") != null || list.group("round") != null)
                || CHOSEN.matcher(query).find();
    }

    /**
     * Keeps a view under a name; one of the viewer's own of that list and name is replaced. Publishes {@link ViewSaved}.
     *
     * @param path of the list
     * @param query its filters and order, as they stand behind the question mark
     * @param share whether the people of the view's competition share it
     * @throws NotVisible if the competition is unknown to the viewer
     * @throws ActionForbidden if the viewer does not work there: what somebody shares stands before all who do
     * @throws InvalidInput if the name is empty or too long, there are too many views, no list has such a view, or it is to
     *     be shared and of no single competition
     */
    public void save(String path, String query, String name, boolean share) {
        var called = name.strip();
        requireView(path, query, called);
        var place = competition(path, query);
        if (place != null) {
            requireRead(place, share);
        } else if (share) {
            throw new InvalidInput(new Finding(
                    "share", "The view is of no single competition.", "Filter by a competition, then share it."));
        }
        var owner = access.viewer().personId();
        var before = kept("path = ? and name = ?", List.of(path, called), owner);
        if (before.isEmpty() && count(owner) >= MOST) {
            throw new InvalidInput(
                    new Finding("name", "You keep " + MOST + " views already.", "Remove one you no longer use."));
        }
        var sharedWith = share && place != null ? place.competitionId() : null;
        var viewId = jdbc.sql("""
                        insert into saved_view (id, owner_id, path, name, query, shared, competition_id, saved_at)
                        values (:id, :owner, :path, :name, :query, :shared, :competition, :now)
                        on conflict (owner_id, path, name) do update set query = excluded.query,
                            shared = excluded.shared, competition_id = excluded.competition_id,
                            saved_at = excluded.saved_at
                        returning id""")
                .param("id", Ids.next())
                .param("owner", owner)
                .param("path", path)
                .param("name", called)
                .param("query", query)
                .param("shared", sharedWith != null)
                .param("competition", sharedWith)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        var changes = changes(before.orElse(null), new Kept(path, called, query, sharedWith));
        events.publishEvent(new ViewSaved(viewId, called, query, sharedWith, changes, owner, clock.instant()));
    }

    /**
     * Forgets a view of the viewer's own; publishes {@link ViewRemoved}.
     *
     * @return the path of its list
     * @throws NotVisible if there is none
     */
    public String remove(UUID viewId) {
        var owner = access.viewer().personId();
        var before = kept("id = ?", List.of(viewId), owner).orElseThrow(NotVisible::new);
        jdbc.sql("delete from saved_view where id = ?").param(viewId).update();
        events.publishEvent(
                new ViewRemoved(viewId, changes(before, null), before.competitionId(), owner, clock.instant()));
        return before.path();
    }

    private static void requireView(String path, String query, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidInput(new Finding(
                    "name", "The view has no name of 1 to " + LONGEST_NAME + " characters.", "Give it a short name."));
        }
        if (query.length() > LONGEST_QUERY) {
            throw new InvalidInput(new Finding("query", "The view has too many filters.", "Take some away."));
        }
        if (!LISTS.matcher(path).matches() || !QUERY.matcher(query).matches()) {
            throw new InvalidInput(new Finding(
                    "path", "No list has such a view.", "Open the list, filter it, and keep the view from there."));
        }
    }

    /** What a view holds. */
    private record Kept(
            String path,
            String name,
            String query,
            @Nullable UUID competitionId) {}

    /** One of the owner's own, held for this transaction. */
    private Optional<Kept> kept(String which, List<Object> values, UUID owner) {
        return jdbc.sql("select path, name, query, competition_id from saved_view where " + which
                        + " and owner_id = ? for update")
                .params(values)
                .param(owner)
                .query(Kept.class)
                .optional();
    }

    private long count(UUID owner) {
        return jdbc.sql("select count(*) from saved_view where owner_id = ?")
                .param(owner)
                .query(Long.class)
                .single();
    }

    private static Map<String, Change> changes(@Nullable Kept before, @Nullable Kept after) {
        return Change.between()
                .field("list", before == null ? null : before.path(), after == null ? null : after.path())
                .field("name", before == null ? null : before.name(), after == null ? null : after.name())
                .field("query", before == null ? null : before.query(), after == null ? null : after.query())
                .field(
                        "sharedWithId",
                        before == null ? null : before.competitionId(),
                        after == null ? null : after.competitionId())
                .all();
    }

    private void requireRead(Place place, boolean share) {
        access.require(Action.READ_COMPETITION, place);
        var viewer = access.viewer();
        if (share && WORKING.stream().noneMatch(role -> viewer.holds(role, place))) {
            throw new ActionForbidden(Action.READ_COMPETITION);
        }
    }

    /** The one competition a view is of; null where it is of several. */
    private @Nullable Place competition(String path, String query) {
        var list = LISTS.matcher(path);
        var chosen = CHOSEN.matcher(query);
        if (!list.matches()) {
            return null;
        }
        if (list.group("round") != null) {
            return place("c.id = (select competition_id from round where id = ?)", list.group("round"));
        }
        if (list.group("competition") != null) {
            return place("c.id = ?", list.group("competition"));
        }
        return chosen.find() ? place("c.id = ?", chosen.group(1)) : null;
    }

    private Place place(String which, String id) {
        return jdbc.sql("select c.program_id, c.id from competition c where " + which)
                .param(UUID.fromString(id))
                .query((row, number) ->
                        Place.ofCompetition(row.getObject("program_id", UUID.class), row.getObject("id", UUID.class)))
                .optional()
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
